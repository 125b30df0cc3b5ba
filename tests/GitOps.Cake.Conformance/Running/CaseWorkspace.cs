using GitOps.Cake.Conformance.Cases;

namespace GitOps.Cake.Conformance.Running;

/// <summary>A fresh copy of a case with the charts beside it, as the recordings had it.</summary>
internal sealed class CaseWorkspace
{
    public CaseWorkspace(ConformanceCase @case, string charts, LaneFolder lane)
    {
        lane.Empty();
        (Root, Charts, Case) = (lane.Copies, Path.Combine(lane.Copies, "charts"), Path.Combine(lane.Copies, "cases", @case.Name));
        FolderCopy.Copy(charts, Charts);
        FolderCopy.Copy(@case.Folder, Case);
    }

    public string Root { get; }

    public string Charts { get; }

    /// <summary>The case's folder, where its commands run.</summary>
    public string Case { get; }

    public void Write(string path, string content)
    {
        var file = Path.GetFullPath(path, Case);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    public byte[]? Read(string path) => Path.GetFullPath(path, Case) is var file && File.Exists(file) ? File.ReadAllBytes(file) : null;

    /// <summary>The text of every file of the case's folder, by path.</summary>
    public Dictionary<string, string> Texts() => Directory.EnumerateFiles(Case, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Case, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
}
