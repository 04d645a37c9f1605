"""The call that counts a ledger of applications, or writes one to be filled in."""
