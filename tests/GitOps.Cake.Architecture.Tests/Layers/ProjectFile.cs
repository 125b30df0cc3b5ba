using System.Xml.Linq;

namespace GitOps.Cake.Architecture.Tests.Layers;

/// <summary>A project as MSBuild would read it, as far as references go. Conditions do not count: what may come may not be forbidden.</summary>
/// <param name="Path">The path from the root of the repository.</param>
/// <param name="Xml">The text.</param>
internal sealed record ProjectFile(string Path, string Xml)
{
    private readonly XElement _root = XElement.Parse(Xml);

    public string? Sdk => (string?)_root.Attribute("Sdk");

    /// <summary>The items that bring in something of others: every element of the name …Reference, …Download or Analyzer.</summary>
    public IEnumerable<(string Kind, string Name)> References =>
        from item in _root.Descendants()
        let kind = item.Name.LocalName
        where item.Parent?.Name.LocalName == "ItemGroup"
            && (kind.EndsWith("Reference", StringComparison.Ordinal) || kind is "PackageDownload" or "Analyzer")
        let include = (string?)item.Attribute("Include")
        where include is not null
        from name in include.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select (kind, kind == "ProjectReference" ? System.IO.Path.GetFileNameWithoutExtension(Slashes(name)) : name);

    /// <summary>The files that it imports, from the root of the repository.</summary>
    public IEnumerable<string> Imports =>
        from import in _root.Descendants().Where(element => element.Name.LocalName == "Import")
        let target = Slashes((string?)import.Attribute("Project") ?? "")
        select Repository.Relative(System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository.Root, System.IO.Path.GetDirectoryName(Path)!, target)));

    private static string Slashes(string path) =>
        path.Replace('\\', '/').Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal);
}
