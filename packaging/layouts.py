"""Where a package puts what it holds: as Debian does, or as the store of UOS asks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """One way.

    Attributes:
        name: of the package, of its entry in the menu and of its icon.
        files: the folder of the program.
        share: the folder of what desktops look for.
        notices: the file that tells about others' parts.
        command: what starts the program.
        version: how the program's version is told.
        in_store: whether it comes from a store, which takes no scripts and wants a description.
    """

    name: str
    files: str
    share: str
    notices: str
    command: str
    version: str
    in_store: bool


def usual(version: str) -> Layout:
    """As Debian does."""
    return Layout(
        "nianbao",
        "usr/lib/nianbao",
        "usr/share",
        "usr/share/doc/nianbao/copyright",
        "/usr/bin/nianbao",
        version,
        in_store=False,
    )


def of_store(identity: str, version: str) -> Layout:
    """As the store of UOS asks: all below one folder, with a version of four numbers.

    Args:
        identity: the reversed name of a domain of one's own, such as com.example.nianbao.
        version: the program's version.
    """
    home = f"opt/apps/{identity}"
    return Layout(
        identity,
        f"{home}/files",
        f"{home}/entries",
        f"{home}/files/doc/copyright",
        f"/{home}/files/nianbao",
        f"{version}.0",
        in_store=True,
    )
