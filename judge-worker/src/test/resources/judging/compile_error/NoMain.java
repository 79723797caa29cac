public class Nothing { static void run() {} }
