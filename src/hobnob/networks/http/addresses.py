"""Which addresses are the public internet, and which only look like it.

IANA's registries of special-purpose addresses, of IPv6 address space and of IPv4 multicast:
https://www.iana.org/assignments/iana-ipv4-special-registry
https://www.iana.org/assignments/iana-ipv6-special-registry
https://www.iana.org/assignments/ipv6-address-space
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address

# The table is written out because Python's own `is_global` follows whatever registry its release
# knew, and lets 192.88.99.1 and 64:ff9b::7f00:1 through.
_SPECIAL_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this host on this network
        "10.0.0.0/8",  # private use
        "100.64.0.0/10",  # behind a carrier's NAT
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link local, and the clouds' metadata
        "172.16.0.0/12",  # private use
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # automatic multicast tunneling
        "192.88.99.0/24",  # 6to4 relays, deprecated
        "192.168.0.0/16",  # private use
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_SPECIAL_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarking
        "2001:db8::/32",  # documentation
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")

_LOOPBACK_V4 = IPv4Network("127.0.0.0/8")
_LOOPBACK_V6 = IPv6Address("::1")


def is_public(address: Address) -> bool:
    """Whether the address is one that anybody on the internet would reach alike."""
    if isinstance(address, IPv6Address):
        inner = _inner_v4(address)
        if inner is None:
            return address in _GLOBAL_UNICAST and not _is_in(address, _SPECIAL_V6)
        address = inner
    return not _is_in(address, _SPECIAL_V4)


def is_loopback(address: Address) -> bool:
    """Whether the address is this machine, said plainly: 127.0.0.0/8 or ::1."""
    return address == _LOOPBACK_V6 or address in _LOOPBACK_V4


def _inner_v4(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a translator on the way would make of this one."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def _is_in(address: Address, networks: tuple[IPv4Network, ...] | tuple[IPv6Network, ...]) -> bool:
    return any(address in network for network in networks)
