"""From an office's ledger of applications (依申请公开台账) to figures of the report; what is unclear is asked."""
