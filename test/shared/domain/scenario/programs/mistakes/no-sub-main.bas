Result = Para1 * 100
