"""The forms of accounts: `sign_in` for everybody, `staff` for administrators."""
