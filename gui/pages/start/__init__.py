"""我的年报: the drafts on this machine."""
