"""`nianbao backup` and `nianbao restore`: all drafts of this machine in one file, and back."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from cli import batch, output
from cli.call import Call, Parser
from cli.status import DONE, UNUSABLE
from cli.terminal import progress
from gui.services.folders import data_folder, documents_folder
from model.desk import backup, restore
from model.desk.desk import Desk
from model.desk.kept_settings import settings_of

_CHOICES = ("both", "replace", "skip")


def _desk() -> Desk:
    return Desk.of(documents_folder(), data_folder())


def _telling(words: str) -> backup.Tell:
    """Shows on a terminal how far it is, a hundred times at most."""
    last = -1

    def tell(done: int, of: int) -> None:
        nonlocal last
        if (share := done * 100 // max(of, 1)) != last:
            last = share
            progress.show(done, of, words)

    return tell


def _backup_options(parser: Parser) -> None:
    parser.option("-o", "--output", says="要写的备份（.zip）", required=True, type=Path, metavar="备份.zip")
    parser.option("--force", says="覆盖已有的文件", action="store_true")


def _backup(options: Namespace) -> int:
    desk = _desk()
    batch.refuse_taken(options.output, desk.library.folder, replace=options.force)
    settings = settings_of(desk.library.store.data)
    made = backup.write(options.output, desk.library, desk.recent.paths(), settings, _telling("备份"))
    output.say(f"{options.output}：{len(made.drafts)} 份草稿、{made.versions} 份历史版本，写出后逐个读回，与备份时一致")
    for words in made.left_out:
        output.complain(f"没有备份：{words}")
    return UNUSABLE if made.left_out else DONE


def _restore_options(parser: Parser) -> None:
    parser.option("file", says="备份（.zip）", type=Path, metavar="备份.zip")
    says = "本机已有而内容不同的：both 两份都留（默认），replace 换成备份里的（原来的进历史版本），skip 不动"
    parser.option("--different", says=says, choices=_CHOICES, default="both", metavar="怎么办")


def _restore(options: Namespace) -> int:
    desk = _desk()
    found = backup.look(options.file, _telling("核对"))
    now = datetime.now().astimezone()
    done = restore.restore(found, desk.library, options.different, now, _telling("恢复"))
    output.say(*restore.told(done))
    for words in done.failed:
        output.complain(f"没有恢复：{words}")
    return UNUSABLE if done.failed else DONE


BACKUP = Call(
    "backup",
    "nianbao backup -o 备份.zip [--force]",
    "备份全部：草稿、历史版本、恢复文件、导出文件的摘要和设置写进一个文件，写出后逐个读回核对",
    _backup_options,
    _backup,
)
RESTORE = Call(
    "restore",
    "nianbao restore 备份.zip [--different 怎么办]",
    "从备份恢复：先把备份整个核对一遍；本机已有而内容不同的，不加说明不覆盖",
    _restore_options,
    _restore,
)
CALLS = (BACKUP, RESTORE)
