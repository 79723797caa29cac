input()
print("Hello, Haetae!")
