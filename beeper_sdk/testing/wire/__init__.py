"""What goes over the wire: requests, routes, cursors, errors."""
