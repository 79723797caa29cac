print("\0\udcff".encode("utf-8", "surrogateescape"))
