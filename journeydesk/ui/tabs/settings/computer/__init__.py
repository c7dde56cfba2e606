"""The pages of the settings that are of this computer alone: general, sync and storage, shortcuts, appearance, about."""
