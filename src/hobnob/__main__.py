"""`python -m hobnob` is the same program as `hobnob`."""

from hobnob.cli import main

if __name__ == "__main__":
    main()
