input()
print("the whole cart")
