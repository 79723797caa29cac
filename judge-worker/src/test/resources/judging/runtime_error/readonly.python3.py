open("/work/new", "w")
