"""Signs what is given, when there is a certificate; `python packaging/sign.py FILE…`, and the build calls it too.

NIANBAO_CERTIFICATE names the certificate: on Windows its SHA-1 thumbprint in the user's store (a token's too), for
`signtool`; elsewhere a PKCS#12 file, for `osslsigncode`, whose password is in NIANBAO_CERTIFICATE_PASSWORD.
NIANBAO_TIMESTAMP names the time-stamping server; without one the signature ends with the certificate.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CERTIFICATE, PASSWORD, TIMESTAMP = "NIANBAO_CERTIFICATE", "NIANBAO_CERTIFICATE_PASSWORD", "NIANBAO_TIMESTAMP"


def sign(files: Sequence[Path]) -> bool:
    """Sign the files in place; False, with a line that says so, where no certificate is named.

    Raises:
        subprocess.CalledProcessError: the signing program failed.
    """
    certificate = os.environ.get(CERTIFICATE)
    if not certificate:
        print(f"not signed (no {CERTIFICATE}): {', '.join(file.name for file in files)}")
        return False
    for file in files:
        if sys.platform == "win32":
            subprocess.run([*_signtool(certificate), str(file)], check=True)
        else:
            _osslsigncode(certificate, file)
    return True


def _signtool(certificate: str) -> list[str]:
    server = os.environ.get(TIMESTAMP)
    return [
        "signtool",
        "sign",
        "/fd",
        "sha256",
        "/sha1",
        certificate,
        *(["/tr", server, "/td", "sha256"] if server else []),
    ]


def _osslsigncode(certificate: str, file: Path) -> None:
    server = os.environ.get(TIMESTAMP)
    signed = file.with_suffix(".signed")
    command = ["osslsigncode", "sign", "-h", "sha256", "-pkcs12", certificate, "-readpass", "/dev/stdin"]
    command += [*(["-ts", server] if server else []), "-in", str(file), "-out", str(signed)]
    subprocess.run(command, input=os.environ.get(PASSWORD, "").encode(), check=True)
    signed.replace(file)


if __name__ == "__main__":
    sign([Path(argument) for argument in sys.argv[1:]])
