"""The reasons that are given most often for leaving a warning or a hint as it is; each check names those that fit."""

Reasons = tuple[str, ...]
"""Up to three, the likeliest first."""

ANY: Reasons = ("已核对，情况属实",)
FIGURES: Reasons = ("已与台账核对，情况属实", "机构改革", "上级统一口径")
IN_FORCE: Reasons = ("清理后失效", "机构改革，文件划转", "上级统一口径")
SUMMED: Reasons = ("同一案件几个单位都计了，只算一件", "复议机关作共同被告，不计", "已同各单位核对，情况属实")
PROSE: Reasons = ("统计口径不同", "已核对，情况属实")
OLD_WORDS: Reasons = ("原文如此，已核对", "是往年的情况")
WORDING: Reasons = ("文件名称原文如此", "当地固定用法")
LOCAL_NOTICE: Reasons = ("当地通知这样要求",)
CONTENTS: Reasons = ("当地通知这样要求", "没有这方面的工作")
