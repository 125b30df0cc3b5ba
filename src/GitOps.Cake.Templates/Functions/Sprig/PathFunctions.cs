namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Paths of slashes; the variants for the operating system are the same, since helmfile's answers come from Unix.</summary>
internal static class PathFunctions
{
    public const string Names = "base dir clean ext isAbs osBase osDir osClean osExt osIsAbs";

    public static TemplateFunction? Find(string name) => name switch
    {
        "base" or "osBase" => Signature.Of("s", static call => Base(call.Text(0))),
        "dir" or "osDir" => Signature.Of("s", static call => Clean(call.Text(0)[..(call.Text(0).LastIndexOf('/') + 1)])),
        "clean" or "osClean" => Signature.Of("s", static call => Clean(call.Text(0))),
        "ext" or "osExt" => Signature.Of("s", static call => Extension(call.Text(0))),
        "isAbs" or "osIsAbs" => Signature.Of("s", static call => call.Text(0).StartsWith('/')),
        _ => null,
    };

    private static string Base(string path)
    {
        if (path.Length == 0)
            return ".";

        var trimmed = path.TrimEnd('/');
        return trimmed.Length == 0 ? "/" : trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }

    private static string Extension(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[dot..];
    }

    private static string Clean(string path)
    {
        var isRooted = path.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts is [.., not ".."])
                parts.RemoveAt(parts.Count - 1);
            else if (!isRooted)
                parts.Add(part);
        }

        var cleaned = (isRooted ? "/" : "") + string.Join('/', parts);
        return cleaned.Length == 0 ? "." : cleaned;
    }
}
