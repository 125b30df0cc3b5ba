using System.Reflection;

namespace GitOps.Cake.Conformance.Suites;

/// <summary>
/// The suite that this project carries: a text archive per case, with its input and what of helmfile's answers is compared; <c>answers</c>
/// holds what is the same for both majors of helm, <c>answers-3</c> and <c>answers-4</c> what is not.
/// </summary>
internal sealed class OwnSuite : IDisposable
{
    private const string Answers = "answers";

    private static readonly string[] Majors = ["3", "4"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-suite-");

    public OwnSuite()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/')).Where(name => name.StartsWith("suite/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            Unpack(Path.ChangeExtension(name["suite/".Length..], null), reader.ReadToEnd());
        }
    }

    public string Cases => Path.Combine(_folder.FullName, "cases");

    public string Charts => Path.Combine(_folder.FullName, "charts");

    public string Recorded => Path.Combine(_folder.FullName, Answers);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Unpacks <c>charts</c>, or a case by its name.</summary>
    private void Unpack(string name, string text)
    {
        foreach (var (path, content) in TextArchive.Read(text))
        {
            if (name == "charts")
                Write(Path.Combine(Charts, path), content);
            else if (path.Split('/', 2) is [var head, var rest] && head.StartsWith(Answers, StringComparison.Ordinal))
                Array.ForEach([.. Majors.Where(major => head == Answers || head.EndsWith($"-{major}", StringComparison.Ordinal))], major => Write(Path.Combine(Recorded, major, name, rest), content));
            else
                Write(Path.Combine(Cases, name, path), content);
        }
    }

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
