"""The application: started, guarded, logged."""
