print("x" * (3 << 20))
