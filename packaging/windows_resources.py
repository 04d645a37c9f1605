"""What a Windows program says of itself: version, icon, manifest."""

from pathlib import Path
from typing import Any

import bundle

ICONS = bundle.ROOT / "resources" / "icons" / "program"
NAME, MAKER = "年报助手", "年报助手"
_CHINESE, _UNICODE = 0x0804, 1200

MANIFEST = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <assemblyIdentity type="win32" name="nianbao" version="{version}" processorArchitecture="amd64"/>
  <description>年报助手</description>
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>
    <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
  </requestedPrivileges></security></trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1"><application>
    <supportedOS Id="{{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}}"/>
  </application></compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3"><windowsSettings>
    <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true/pm</dpiAware>
    <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
    <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
  </windowsSettings></application>
  <dependency><dependentAssembly>
    <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0"
      processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
  </dependentAssembly></dependency>
</assembly>
"""
"""Windows 10 and later, per-monitor sharpness, paths beyond 260 characters, no elevation.

The code page stays the system's: every file name goes through the Unicode calls anyway, and what other programs put on
the clipboard or into old files in GBK is read as before.
"""


def of(folder: str) -> dict[str, Any]:
    """The arguments for PyInstaller's EXE; the version resource is written into a folder. Nothing on other systems."""
    if not bundle.WINDOWS:
        return {}
    described = Path(folder) / "version.txt"
    described.parent.mkdir(parents=True, exist_ok=True)
    described.write_text(version_resource(), encoding="utf-8")
    manifest = MANIFEST.format(version=".".join(map(str, numbers())))
    return {"version": str(described), "icon": str(ICONS / "nianbao.ico"), "manifest": manifest}


def numbers() -> tuple[int, int, int, int]:
    """The version as Windows has it: four numbers."""
    major, minor, patch = map(int, bundle.version().split("."))
    return major, minor, patch, 0


def version_resource() -> str:
    """The version resource in the form that PyInstaller reads."""
    words = {
        "CompanyName": MAKER,
        "FileDescription": NAME,
        "FileVersion": bundle.version(),
        "InternalName": "nianbao",
        "LegalCopyright": "木兰宽松许可证，第 2 版",
        "ProductName": NAME,
        "ProductVersion": bundle.version(),
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
    table = f"StringTable('{_CHINESE:04X}{_UNICODE:04X}', [{strings}])"
    fixed = f"FixedFileInfo(filevers={numbers()}, prodvers={numbers()}, mask=0x3f, flags=0, OS=0x40004, fileType=1)"
    translation = f"VarFileInfo([VarStruct('Translation', [{_CHINESE}, {_UNICODE}])])"
    return f"VSVersionInfo(ffi={fixed}, kids=[StringFileInfo([{table}]), {translation}])\n"
