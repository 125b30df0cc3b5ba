namespace Cake.Frosting.Tests.OutOfProcess;

internal sealed record ProgramOutput(int ExitCode, string Output, string Errors)
{
    /// <summary>Gets what the sample's own tasks and lifetimes wrote, without the frames around the steps.</summary>
    public string[] Lines { get; } = [.. Output.Split('\n').Select(line => line.TrimEnd()).Where(line => line is not "" && !IsFrame(line))];

    private static bool IsFrame(string line) => line[0] is '─' or '═' or ' ' or '━';
}
