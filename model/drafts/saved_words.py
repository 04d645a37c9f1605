"""Every sentence that says where work is: in the draft, in a copy on this machine, or on no disk at all.

Each is made from what is on a disk at that moment, handed in as the path of the file that was written, or None.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

READ_ONLY = "只能查看，不能修改"
GONE = "草稿文件不见了（被删除或移走）"
CHANGED = "这份年报在别处被改过，这里先不写入"
VERSION = "这是历史版本"
_RECOVERY = "没写进草稿的修改（恢复文件）"
RECOVERY = f"这是{_RECOVERY}"
OUTDATED = "这份年报在别处改过并保存了，这里显示的还是先前读到的内容。"
READ_AGAIN = "这份年报在别处改过，已重新读入；刚才要做的还没有做，请看过再做一次。"
GONE_MEANWHILE = f"{GONE}，这里显示的是先前读到的内容。"
TAKEN_OVER = "这份年报已由别的电脑接着编辑，这里先不写入"
SAVING = "正在保存…"
CLOSING = "正在关闭草稿…"
STILL_UNSAVED = "还没存上，要离开吗？"
NOT_CHOSEN = "没选的内容也留着。"
LOOKING = "查看不会改动草稿；恢复以后可以撤销，现在的内容也留着，在历史版本里或草稿旁边。"
DATA_GONE = "程序的数据文件夹被删掉了，以前的历史版本没有了，从现在起重新保留"
LOST = f"{GONE}；按 Ctrl+S 在原处重新保存"
PLACE_GONE = "保存的位置不见了（U盘拔出，或文件夹被移走），请恢复原位置"


def saved_words(at: datetime, now: datetime) -> str:
    """When the report was saved into its draft: the time of today, or the day."""
    local = at.astimezone()
    if local.date() == now.date():
        return f"已自动保存 {local:%H:%M}"
    return f"{local.year}年{local.month}月{local.day}日 保存"


def saved_by_hand(*, again: bool) -> str:
    """After Ctrl+S, when the draft holds everything; whether its file had been taken away."""
    return f"{GONE}，已在原处重新保存。" if again else "已保存。平时不用按，改动会自动保存。"


def nothing_to_save() -> str:
    """After Ctrl+S in a report that is only looked at."""
    return f"这份年报{READ_ONLY}，没有要保存的。"


def not_saved(reason: str, copy: Path | None) -> str:
    """Why the draft could not be written, and where the work is instead."""
    kept = "修改已暂存在本机，会自动再试" if copy else "修改还在程序里，会自动再试，请先不要关闭程序"
    return f"没有保存：{reason}；{kept}"


def not_made(problem: object, copy: Path | None) -> str:
    """A new draft could not be written; what would have been in it is offered from the copy, where there is one."""
    kept = "；内容在本机的恢复文件里，可以从那里接着用" if copy else ""
    return f"没能新建：{problem}{kept}"


def no_draft_holds_it(why: str) -> str:
    """Why no file is written at all; the one that is there was not touched."""
    return f"没有保存：{why}，原文件没有改动"


def not_written_there(problem: object) -> str:
    """After 另存为 failed."""
    return f"没有存上：{problem}"


def stopped(reason: str, copy: Path | None) -> str:
    """Nothing is written until the clerk has decided, and where the work is meanwhile."""
    kept = "您的修改已暂存在本机" if copy else "您的修改还在程序里，请先不要关闭程序"
    return f"没有保存：{reason}；{kept}"


def hanging(copy: Path | None, *, unsaved: bool = True) -> str:
    """A save, or a look at the draft, that does not come to an end."""
    if not unsaved:
        return "草稿所在的文件夹没有回应；没有还没存的修改"
    if copy:
        return "存不上：草稿所在的文件夹没有回应；已另存一份在本机，会接着存"
    return "存不上：草稿所在的文件夹没有回应，会接着存，请先不要关闭程序"


def versions_not_kept(reason: str) -> str:
    """The draft is saved, but no earlier version of it can be kept, nor work that it does not take."""
    return f"历史版本没有存上：{reason}"


def taken_out(words: str, *, kept: bool) -> str:
    """What was taken out of a draft that was opened, and where it still stands."""
    return f"{words}；{'原来的内容留在历史版本里' if kept else '原来的内容没能留下，保存后就没有了'}。"


def leaving(copy: Path | None) -> str:
    """What becomes of the work when the report is closed now."""
    if copy:
        return "现在离开，最后的修改在本机的恢复文件里，下次打开时可以接着用。"
    return "最后的修改没有存到任何磁盘上，现在离开就丢了。请换个地方保存，或腾出空间后再试一次。"


def leaving_now(copy: Path | None) -> str:
    """The answer that leaves a report whose place does not answer; what it says was written is there."""
    return "不等了，已留恢复文件在本机" if copy else "不等了"


def in_conflict(copy: Path | None) -> str:
    """Where the own work is while a draft was changed elsewhere."""
    return "您最后的修改在本机的恢复文件里。" if copy else "您最后的修改还只在程序里。"


def leaving_gone(versions: int) -> str:
    """What becomes of a report whose file was taken away while it was open, when it is closed now."""
    if versions:
        return f"现在离开，只能从历史版本（{versions} 份）里恢复。"
    return "现在离开就找不回来了：没有历史版本。"


def emergency(copy: Path | None) -> str:
    """After an error in the program."""
    if copy:
        return f"您的内容已另存一份：{copy}\n"
    return "您的内容还没有另存成功，请先不要关闭程序，复制要紧的文字到别处。\n"


def recovered(name: str, at: str) -> str:
    """After a crash, when the draft has it all."""
    return f"“{name}”上次没有正常关闭，已恢复到 {at} 保存的内容。"


def unsaved_work(name: str, at: str) -> str:
    """Work that is in a copy on this machine and not in its draft."""
    return f"“{name}”有没写进草稿的修改，保存在{at or '上次运行时'}。"


def put_beside(path: Path) -> str:
    """The own work was written under a name beside the draft, which holds what was written elsewhere."""
    return f"您的内容已另存为“{path.name}”，这里是别处的内容。"


def kept_aside(path: Path) -> str:
    """What was changed elsewhere was written over, and is under a name beside the draft."""
    return f"别处改过的那一份已另存为“{path.name}”。"


def damaged(reason: str, at: str, *, missing: bool) -> str:
    """A draft is broken or gone, and a version of it is on this machine."""
    if missing:
        return f"草稿文件不见了（{reason}）。程序留有 {at} 的版本，可以放回原处继续。"
    return f"{reason}。程序留有 {at} 的版本，可以用它继续；打不开的文件会另存在旁边，不会删除。"


def saved_elsewhere(path: Path) -> str:
    """After 另存为."""
    return f"已另存到“{path}”，接下来的修改都写进那里。"


def put_back(at: str, part: str = "") -> str:
    """A version, or the one part of it that is named, is in the draft again; what was there is among the versions."""
    if part:
        return f"“{part}”已恢复到 {at or '那个版本'}，可以撤销"
    return f"已恢复到{f' {at} 的' if at else '那个'}版本，可以撤销"


def looking(at: str, *, recovery: bool) -> str:
    """What is looked at, when it is a version or a copy of unsaved work."""
    return f"这是{f' {at} 的' if at else ''}{_RECOVERY if recovery else '历史版本'}，只能查看；草稿没有改动。"


def replaced_by(path: Path) -> str:
    """A draft has the content of another file now, and what was there is among the versions."""
    return f"已换成“{path.name}”的内容，可以撤销；原来的内容在历史版本里"


def taken_from(path: Path, parts: Sequence[str]) -> str:
    """A draft has some parts of another file now, and what was there is among the versions."""
    return f"已换上“{path.name}”的 {'、'.join(parts)}，可以撤销"


def sent(target: Path, *, whole: bool) -> str:
    """A copy was written for somebody else, and read back."""
    back = "；对方改完发回来，打开它就能换上" if whole else ""
    return f"已写到“{target}”，读回一致{back}。"


def copied(target: Path) -> str:
    """A second draft was made."""
    return f"已复制为“{target.name}”，是另一份草稿，两份互不影响。"


def taken_back(target: Path) -> str:
    """A draft that was removed is there again."""
    return f"“{target.name}”已放回“{target.parent}”。"
