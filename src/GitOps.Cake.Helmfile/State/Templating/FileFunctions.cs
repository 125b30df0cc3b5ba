using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Templates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>The functions by which templates look at files, from the folder of the file that is rendered.</summary>
internal sealed class FileFunctions(string folder, bool off, FileInputs inputs)
{
    public FunctionTable AddTo(FunctionTable functions) => functions
        .With("isFile", new([TemplateType.Text], null, call => File.Exists(Absolute(call.Text(0)))))
        .With("isDir", new([TemplateType.Text], null, call => Directory.Exists(Absolute(call.Text(0)))))
        .With("readFile", Reading(ReadFile))
        .With("readDir", Reading(ReadDir))
        .With("readDirEntries", Reading(ReadDirEntries));

    private TemplateFunction Reading(Func<string, object?> read) =>
        new([TemplateType.Text], null, call => off ? throw InsecureFeatures.Refusal() : read(call.Text(0)));

    private string ReadFile(string path)
    {
        try
        {
            return GoText.FromBytes(File.ReadAllBytes(Absolute(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TemplateFunctionException($"open {path}: {Reason(exception)}", exception) { Hint = Start };
        }
    }

    private List<string> ReadDir(string path) =>
        [.. Entries("ReadDir", path).Where(entry => !IsFolder(entry)).Select(entry => Joined(path, entry.Name))];

    private List<object?> ReadDirEntries(string path) =>
        [.. Entries("ReadDirEntries", path).Select(entry => new DirectoryEntry(entry.Name, IsFolder(entry)))];

    private IOrderedEnumerable<FileSystemInfo> Entries(string function, string path)
    {
        try
        {
            return new DirectoryInfo(Absolute(path)).GetFileSystemInfos().OrderBy(entry => entry.Name, Utf8Comparer.Instance);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TemplateFunctionException($"{function} \"{path}\": open {path}: {Reason(exception)}", exception) { Hint = Start };
        }
    }

    private static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo { LinkTarget: null };

    // As the path is written, without "." and with ".." resolved where that is possible: "./config/" gives "config/name".
    private static string Joined(string path, string name)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/').Append(name).Where(segment => segment is not ("" or ".")))
        {
            if (segment == ".." && segments is [.., not ".."])
                segments.RemoveAt(segments.Count - 1);
            else
                segments.Add(segment);
        }

        return (path.StartsWith('/') ? "/" : "") + string.Join('/', segments);
    }

    private string Start => $"Check the path, which starts at {folder}.";

    private string Absolute(string path) => inputs.Add(Path.GetFullPath(path, folder));

    private static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or directory",
        UnauthorizedAccessException => "permission denied",
        _ => exception.Message,
    };
}
