using GitOps.Cake.Templates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>An entry of a folder, as <c>readDirEntries</c> gives it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsDirectory">Whether it is a folder; a link to one is none.</param>
internal sealed record DirectoryEntry(string Name, bool IsDirectory) : IGoNamedValue, IGoMethods
{
    public string TypeName => "*os.unixDirent";

    public string Kind => "ptr";

    public string? Text => IsDirectory ? $"d {Name}/" : $"- {Name}";

    public object? Plain => null;

    public TemplateFunction? FindMethod(string name) => name switch
    {
        "Name" => new([], null, _ => Name),
        "IsDir" => new([], null, _ => IsDirectory),
        "String" => new([], null, _ => Text),
        _ => null,
    };
}
