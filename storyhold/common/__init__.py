"""The few words every room uses. Small on purpose; knows no Django."""
