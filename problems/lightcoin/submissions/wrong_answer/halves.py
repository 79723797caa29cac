# Two halves need eleven weighings where three thirds need seven.
low, high = 1, int(input())
while low < high:
    half = (high - low + 1) // 2
    print("weigh", low, low + half - 1, low + half, low + 2 * half - 1, flush=True)
    lighter = input()
    if lighter == "<":
        high = low + half - 1
    elif lighter == ">":
        low, high = low + half, low + 2 * half - 1
    else:
        low = high
print("coin", low)
