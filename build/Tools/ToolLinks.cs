namespace Build.Tools;

/// <summary>The project's folder of tools, <c>.tools</c>: links to where the tools really are.</summary>
internal sealed class ToolLinks(string folder)
{
    public IReadOnlyList<RestoredTool> Add(IReadOnlyCollection<FoundTool> tools) =>
        [.. tools.Select(tool => new RestoredTool(Path.GetFileName(tool.Place), tool.Version, Link(tool)))];

    /// <summary>Removes what an earlier restore found and this one did not.</summary>
    public void Remove(IEnumerable<string> places)
    {
        foreach (var link in places.Select(PathOf).Where(link => new FileInfo(link).LinkTarget is not null))
        {
            File.Delete(link);
        }
    }

    private string Link(FoundTool tool)
    {
        var link = PathOf(tool.Place);
        if (new FileInfo(link).LinkTarget == tool.File)
        {
            return link;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(link)!);

        // Renamed into place: another process may be starting the tool.
        var prepared = $"{link}.{Environment.ProcessId}";
        File.CreateSymbolicLink(prepared, tool.File);
        File.Move(prepared, link, overwrite: true);
        return link;
    }

    private string PathOf(string place) => Path.Combine(folder, place);
}
