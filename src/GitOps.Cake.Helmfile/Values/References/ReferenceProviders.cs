using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Values.References;

/// <summary>
/// Fetches what references lead to: some providers are built in, <c>sops</c> is a program of its own, all others are left to the program <c>vals</c>.
/// </summary>
/// <param name="folder">The folder that paths start from and programs run in.</param>
/// <param name="commands">Runs programs; null where none can be run.</param>
/// <param name="variable">Gives environment variables.</param>
/// <param name="inputs">Hears which files are read, and which programs run.</param>
internal sealed class ReferenceProviders(string folder, ICommandRunner? commands, Func<string, string?> variable, FileInputs inputs)
{
    // Many keys of one document are the rule, and each reading of it may be a program that asks a key service.
    private readonly Dictionary<string, GoMap> _documents = new(StringComparer.Ordinal);

    // As in helmfile, a key that is missing is null unless this is set.
    private bool FailsOnMissingKey => variable("HELMFILE_VALS_FAIL_ON_MISSING_KEY_IN_MAP") is "1" or "t" or "T" or "true" or "TRUE" or "True";

    /// <summary>Whether a value is left to the program <c>vals</c>.</summary>
    public static bool IsForeign(Reference reference) => reference.Provider is not ("echo" or "file" or "envsubst" or "exec" or "sops");

    /// <exception cref="ReferenceException">The value cannot be fetched.</exception>
    public object? Fetch(Reference reference, CancellationToken cancellationToken)
    {
        if (IsForeign(reference))
            return FetchForeign([reference.Text], cancellationToken)[0];
        if (reference is { Provider: "echo", Keys.IsEmpty: false })
            return Echoed(reference);

        return reference.Keys.IsEmpty ? Text(reference, cancellationToken) : Within(Document(reference, cancellationToken), reference);
    }

    /// <summary>Fetches values by one run of <c>vals</c>, which asks for each document once and keeps the types of values.</summary>
    /// <returns>The values, in the order of the references.</returns>
    /// <exception cref="ReferenceException">One of them cannot be fetched.</exception>
    public ImmutableArray<object?> FetchForeign(IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        var asked = new GoMap();
        foreach (var (index, reference) in references.Index())
            asked[Name(index)] = $"ref+{reference}";

        var missingKey = $"-fail-on-missing-key-in-map={(FailsOnMissingKey ? "true" : "false")}";
        var request = new CommandRequest("vals", ["eval", missingKey, "-o", "json", "-f", "-"], folder) { Input = YamlWriter.Write(asked) };
        var answer = StateYaml.ReadMap(Run(request, cancellationToken), "vals");
        return [.. references.Select((reference, index) => answer.TryGetValue(Name(index), out var value)
            ? value
            : throw new ReferenceException($"vals did not answer for {reference}"))];

        static string Name(int index) => $"value{index}";
    }

    private GoMap Document(Reference reference, CancellationToken cancellationToken)
    {
        if (!_documents.TryGetValue(reference.Document, out var document))
            _documents.Add(reference.Document, document = StateYaml.ReadMap(Text(reference, cancellationToken), reference.Path));
        return document;
    }

    private string Text(Reference reference, CancellationToken cancellationToken) => reference.Provider switch
    {
        "echo" => reference.Path.TrimEnd('/'),
        "file" => FileText(reference),
        "envsubst" => EnvironmentText.Substitute(WithoutSlash(reference.Path).Trim(), variable),
        "exec" => Executed(reference, cancellationToken),
        _ => Decrypted(reference, cancellationToken),
    };

    private object? Within(GoMap document, Reference reference)
    {
        object? value = document;
        foreach (var key in reference.Keys)
        {
            if (value is not GoMap map)
                throw new ReferenceException($"unexpected type of value for key \"{key}\": expected a map, got {GoValue.TypeOf(value)}");
            if (map.TryGetValue(key, out value))
                continue;

            return FailsOnMissingKey
                ? throw new ReferenceException($"no value found for key {string.Join('/', reference.Keys)}; the document has {string.Join(", ", map.Keys)}")
                : null;
        }

        return value;
    }

    // a/b#/a is b: every segment but the last is a key.
    private object? Echoed(Reference reference)
    {
        var segments = reference.Path.Split('/');
        if (segments.Length < 2)
            throw new ReferenceException($"key must have two or more components separated by \"/\": got \"{reference.Path}\"");

        var value = segments[..^1].Reverse().Aggregate((object?)segments[^1], (inner, key) => new GoMap { [key] = inner });
        return Within((GoMap)value!, reference);
    }

    private string FileText(Reference reference)
    {
        var path = inputs.Add(Path.GetFullPath(WithoutSlash(reference.Path), folder));
        return reference.Parameter("encode") switch
        {
            null or "" or "raw" => File.ReadAllText(path),
            "base64" => Convert.ToBase64String(File.ReadAllBytes(path)),
            var other => throw new ReferenceException($"the parameter encode=\"{other}\" is neither raw nor base64"),
        };
    }

    private string Executed(Reference reference, CancellationToken cancellationToken)
    {
        var path = WithoutSlash(reference.Path);
        var words = path.StartsWith('/') ? [path] : path.Split('/');
        var more = reference.Parameter("args") is { Length: > 0 } listed ? listed.Split(',') : [];
        inputs.AddProgram(words[0]);
        var output = Run(
            new(words[0], [.. words[1..], .. more], folder)
            {
                Variables = reference.Parameters.Where(pair => pair.Key.StartsWith("env_", StringComparison.Ordinal))
                    .Aggregate(new CommandRequest("", [], "").Variables, (all, pair) => all.SetItem(pair.Key[4..], pair.Value)),
                Timeout = TimeSpan.FromSeconds(int.TryParse(reference.Parameter("timeout"), out var seconds) && seconds > 0 ? seconds : 30),
            },
            cancellationToken);
        return reference.Parameter("trim") == "false" ? output : output.TrimEnd(' ', '\t', '\n', '\r');
    }

    private string Decrypted(Reference reference, CancellationToken cancellationToken)
    {
        if (reference.Parameter("key_type") is { Length: > 0 } and not "filepath")
            throw new ReferenceException("sops reads files alone here (key_type=filepath)");

        var format = reference.Parameter("format") is { Length: > 0 } named ? named : reference.Keys.IsEmpty ? "" : "yaml";
        string[] types = format.Length == 0 ? [] : ["--input-type", format, "--output-type", format];
        return Run(new("sops", ["--decrypt", .. types, inputs.Add(Path.GetFullPath(reference.Path, folder))], folder), cancellationToken);
    }

    private string Run(CommandRequest request, CancellationToken cancellationToken)
    {
        if (commands is null)
            throw new ReferenceException($"the program {request.Program} cannot be started here");

        try
        {
            // Values are read where templates wait for them, so there is nothing to await here.
            var answer = commands.RunAsync(request, cancellationToken).GetAwaiter().GetResult();
            return answer.ExitCode == 0
                ? answer.Output
                : throw new ReferenceException($"{request.Program} failed with exit status {answer.ExitCode}: {answer.Error.Trim()}");
        }
        catch (GitOpsException exception) when (exception is not ReferenceException)
        {
            throw new ReferenceException(exception.Message, exception);
        }
    }

    private static string WithoutSlash(string path) => path.EndsWith('/') ? path[..^1] : path;
}
