using Build.Tools;

foreach (var tool in await ToolRestorer.For(Environment.CurrentDirectory).RestoreAsync(Console.Error.WriteLine, CancellationToken.None))
{
    Console.WriteLine(tool);
}

return 0;
