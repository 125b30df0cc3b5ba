namespace Build.Tools;

/// <summary>The project's folder of tools, <c>.tools</c>: links to where the tools really are.</summary>
internal sealed class ToolLinks(string folder)
{
    /// <summary>Makes the folder hold these tools and no other.</summary>
    public IReadOnlyList<RestoredTool> Set(IReadOnlyCollection<FoundTool> tools)
    {
        foreach (var place in ToolLayout.Clients.Concat(ToolLayout.ControlPlane).Except(tools.Select(tool => tool.Place)))
        {
            File.Delete(PathOf(place));
        }

        return [.. tools.Select(tool => new RestoredTool(Path.GetFileName(tool.Place), tool.Version, Link(tool)))];
    }

    private string Link(FoundTool tool)
    {
        var link = PathOf(tool.Place);
        if (new FileInfo(link).LinkTarget == tool.File)
        {
            return link;
        }

        // Renamed into place: another process may be starting the tool.
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        var prepared = $"{link}.{Environment.ProcessId}";
        File.CreateSymbolicLink(prepared, tool.File);
        File.Move(prepared, link, overwrite: true);
        return link;
    }

    private string PathOf(string place) => Path.Combine(folder, place);
}
