"""What pages, charts and exports show, made from the model by pure functions. The only maker of `Angka`."""
