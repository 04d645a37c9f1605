"""Why a file is not read, in words for the clerk, before it is known which file it was."""

DAMAGED = "文件已损坏或没有下载完整，无法读取。请用 Word 或 WPS 打开它，另存为 .docx 后再试；打不开就重新下载或拷贝一份"
"""What is said of a file that breaks off or contradicts itself."""
TOO_MUCH = (
    "文件的内容大得不像一份年度报告，为安全起见没有读取。请用 Word 或 WPS 打开，把报告部分另存为新的 .docx 后再试"
)
"""What is said of a file that unpacks to more than a report can be."""
TOO_LONG = (
    "读这份文件用的时间比任何年度报告都长，为安全起见没有读完。请用 Word 或 WPS 打开，把报告部分另存为新的 .docx 后再试"
)
"""What is said of a file that takes more processor time than a report can."""
CANCELLED = "已取消读取，请需要时重新选择文件"
"""What is said when nobody waits for it any more."""
UNSAFE = (
    "文件里有年度报告不会有的特殊内容（自定义实体），为安全起见没有读取。请用 Word 或 WPS 打开，另存为 .docx 后再试"
)
"""What is said of a document type declaration where none belongs."""

PASSWORD = (
    "文件有密码，无法读取。请用原来的软件打开，去掉密码（文件、信息、保护文档、用密码进行加密，把密码清空）另存后再试"  # noqa: S105
)
"""What is said of an encrypted file."""


class Refused(Exception):  # noqa: N818 - it is what the reader decided
    """A file's content cannot be read; `reason` says what is wrong and what to do, on one line."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason
