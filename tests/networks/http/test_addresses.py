"""Which addresses are public, at the edges of every block that is not."""

from ipaddress import ip_address

import pytest

from hobnob.networks.http.addresses import is_loopback, is_public

PUBLIC = """
    1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0
    169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.0.3.0 192.31.195.255
    192.52.194.0 192.88.98.255 192.88.100.0 192.167.255.255 192.169.0.0 192.175.49.0 198.17.255.255
    198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255
    2000:: 2001:200:: 2001:db7:ffff:: 2001:db9:: 2003:: 2620:4f:8001:: 3ffe:ffff:: 3fff:1000::
    3fff:ffff:: ::ffff:1.1.1.1 64:ff9b::1.1.1.1 2002:101:101::
"""
NOT_PUBLIC = """
    0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.0
    127.255.255.255 169.254.0.0 169.254.255.255 172.16.0.0 172.31.255.255 192.0.0.0 192.0.0.255
    192.0.2.0 192.0.2.255 192.31.196.0 192.52.193.255 192.88.99.0 192.88.99.255 192.168.0.0
    192.168.255.255 192.175.48.0 198.18.0.0 198.19.255.255 198.51.100.0 203.0.113.255 224.0.0.0
    239.255.255.255 240.0.0.0 255.255.255.255
    :: ::1 ::127.0.0.1 ::1.1.1.1 ::ffff:127.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::10.0.0.1
    64:ff9a:ffff:: 64:ff9b:1:: 100:: 1fff:ffff:: 2001:: 2001:0:1::1 2001:2:: 2001:1ff:ffff::
    2001:db8:: 2001:db8:ffff:: 2002:a00:1:: 2002:7f00:1:: 2620:4f:8000:: 3fff:: 3fff:fff:: 4000::
    5f00:: fc00:: fdff:: fe80:: fe80::1%1 febf:: fec0:: ff02::1 ffff:ffff::
"""


@pytest.mark.parametrize("address", PUBLIC.split())
def test_the_internet_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_what_is_set_apart_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


def test_this_machine_is_what_says_so_plainly() -> None:
    here = ["127.0.0.1", "127.255.255.254", "::1"]
    elsewhere = ["0.0.0.0", "::", "::ffff:127.0.0.1", "10.0.0.1", "128.0.0.1", "1.1.1.1"]

    assert all(is_loopback(ip_address(each)) for each in here)
    assert not any(is_loopback(ip_address(each)) for each in elsewhere)
