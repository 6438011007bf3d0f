"""What all pages share: the layout, the look, the parts they are put together from."""
