namespace Build.Tools;

/// <summary>A tool that is ready to run. As text it is the line that is written for other programs.</summary>
internal sealed record RestoredTool(string Name, string Version, string Path)
{
    public override string ToString() => $"{Name} {Version} {Path}";
}
