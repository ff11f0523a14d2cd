"""What a fake server records of the requests that it receives, and what tests can assert of them."""
