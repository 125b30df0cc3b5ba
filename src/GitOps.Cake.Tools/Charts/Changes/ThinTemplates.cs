namespace GitOps.Cake.Charts.Changes;

/// <summary>
/// Moves finished manifests out of helm's sight and puts a template in the place of each that prints it as it is: what looks like a
/// template expression in a manifest (in an alert, in a dashboard) must not be rendered once more.
/// </summary>
internal static class ThinTemplates
{
    public static void Make(string chart)
    {
        Move(chart, "templates", Path.Combine(chart, "templates"));

        // Below charts/ helm would look for charts, so these go among the templates, too.
        Move(chart, "charts", Path.Combine(chart, "templates", "charts"));
    }

    private static void Move(string chart, string name, string target)
    {
        var source = Path.Combine(chart, name);
        if (!Directory.Exists(source))
            return;

        var files = Path.Combine(chart, "files", name);
        Directory.CreateDirectory(Path.GetDirectoryName(files)!);
        Directory.Move(source, files);
        foreach (var file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(files, file).Replace('\\', '/');
            var template = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(template)!);
            File.WriteAllText(template, $$$"""{{ .Files.Get "files/{{{name}}}/{{{path}}}" }}""");
        }
    }
}
