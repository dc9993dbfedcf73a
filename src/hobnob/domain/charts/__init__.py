"""Charts as geometry: numbers become shapes on a sheet, and nothing here knows who draws them."""
