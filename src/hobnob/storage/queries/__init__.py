"""Every question a page or command asks, named by what it returns; changes nothing."""
