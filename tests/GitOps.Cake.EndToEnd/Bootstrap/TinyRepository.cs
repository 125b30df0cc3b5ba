namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>
/// A repository with one small program under <c>build/</c>, started by this repository's own <c>build.sh</c>. The <c>dotnet</c> on the
/// PATH notes how it is called.
/// </summary>
public class TinyRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tiny repository ");

    public TinyRepository()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh is for Unix.");
        Dotnet = new RecordingDotnet(Path.Combine(_folder.FullName, "bin"));
        Root = Directory.CreateDirectory(Path.Combine(_folder.FullName, "check out")).FullName;
        Home = Directory.CreateDirectory(Path.Combine(_folder.FullName, "home")).FullName;
        File.Copy(ThisRepository.PathOf("build.sh"), PathOf("build.sh"));
        File.Copy(ThisRepository.PathOf("global.json"), PathOf("global.json"));
        Write("build/Build.csproj", TinyProgram.Project);
        Write("build/Program.cs", TinyProgram.Source);
        WritePart("Part", "one");
    }

    public string Root { get; }

    /// <summary>Stands in for the user's home.</summary>
    public string Home { get; }

    internal RecordingDotnet Dotnet { get; }

    /// <summary>The folders of the finished builds.</summary>
    public IReadOnlyList<string> Builds =>
        [.. Directory.GetDirectories(PathOf(".artifacts/build")).Where(folder => !Path.GetFileName(folder).StartsWith('.'))];

    public string PathOf(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Writes a source file whose text the program prints for <c>parts</c>.</summary>
    public void WritePart(string name, string text) =>
        Write($"src/{name}.cs", $$"""namespace Parts; internal static class {{name}} { internal const string Text = "{{text}}"; }""");

    /// <summary>What <c>./build.sh parts</c> prints, in one line.</summary>
    internal async Task<string> PartsAsync()
    {
        var outcome = await RunAsync("parts");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return outcome.Output.ReplaceLineEndings(" ").TrimEnd();
    }

    /// <summary>Runs build.sh to its end.</summary>
    internal Task<Outcome> RunAsync(params string[] arguments) => Script(arguments).RunAsync();

    /// <summary>build.sh, to be started in the repository.</summary>
    internal Script Script(params string[] arguments) => new Script(PathOf("build.sh"), arguments) { Directory = Root }
        .With("PATH", Dotnet.Folder + Path.PathSeparator + SearchPath.Value)
        .With("HOME", Home)
        .With("DOTNET_ROOT", null)
        .With("UseCakeFrostingPackage", null);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _folder.Delete(recursive: true);
        }
    }
}
