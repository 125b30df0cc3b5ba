using System.Collections.Immutable;
using System.Text;
using GitOps.Cake.Helmfile.Records;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// Reads a manifest into its objects as helm-diff does: lists are taken apart, objects without a namespace get the
/// release's, hooks of tests do not count, and of two objects with one key the first does.
/// </summary>
internal sealed class ManifestParser
{
    private readonly ManifestReader _reader = new();
    private readonly string _namespace;
    private readonly ManifestRules _rules;
    private readonly Dictionary<ResourceKey, Resource> _resources = [];
    private readonly ImmutableArray<string>.Builder _warnings = ImmutableArray.CreateBuilder<string>();

    private ManifestParser(string @namespace, ManifestRules? rules) => (_namespace, _rules) = (@namespace, rules ?? ManifestRules.Default);

    /// <summary>Reads what <c>helm template</c> printed.</summary>
    /// <exception cref="GitOpsException">A document is no YAML.</exception>
    public static Manifest ReadRendered(string stream, string @namespace, ManifestRules? rules = null) =>
        new ManifestParser(@namespace, rules).Read(stream);

    /// <summary>Reads what a release record holds.</summary>
    /// <exception cref="GitOpsException">A document is no YAML.</exception>
    public static Manifest ReadDeployed(ReleaseContent content, string @namespace, ManifestRules? rules = null)
    {
        // As helm template prints it, so that equal objects have equal texts.
        var stream = new StringBuilder(content.Manifest);
        foreach (var hook in content.Hooks)
            stream.Append("\n---\n# Source: ").Append(hook.Path).Append('\n').Append(hook.Manifest).Append('\n');

        return new ManifestParser(@namespace, rules).Read(stream.ToString());
    }

    private Manifest Read(string stream)
    {
        foreach (var document in ManifestStream.Split(stream))
        {
            if (Parse(document) is { } content)
                Add(document.Text, content);
        }

        return new([.. _resources.Values], _warnings.ToImmutable());
    }

    private GoMap? Parse(ManifestDocument document)
    {
        try
        {
            return _reader.Read(document) as GoMap;
        }
        catch (YamlReadException exception)
        {
            throw new GitOpsException($"The chart renders a document that is no valid YAML: {exception.Message} Correct the template.", exception);
        }
    }

    private void Add(ReadOnlyMemory<char> text, GoMap content)
    {
        var (apiVersion, kind) = (Text(content, "apiVersion"), Text(content, "kind"));
        if (apiVersion.Length == 0 && kind.Length == 0)
            return;

        if (kind.EndsWith("List", StringComparison.Ordinal) && content.TryGetValue("items", out var items) && items is List<object?> list)
        {
            foreach (var item in list.OfType<GoMap>())
                Add(YamlWriter.Write(item).AsMemory(), item);

            return;
        }

        var metadata = Map(content, "metadata");
        var annotations = Map(metadata, "annotations");
        var hook = Text(annotations, "helm.sh/hook");
        if (hook.Length > 0 && (_rules.NoHooks || (hook is "test" or "test-success" && !_rules.IncludeTests)))
            return;

        var resource = new Resource
        {
            Id = new(apiVersion, kind, Text(metadata, "namespace") is { Length: > 0 } own ? own : _namespace, Text(metadata, "name")),
            BaseName = Text(annotations, "helm-diff/base-name") is { Length: > 0 } baseName ? baseName : null,
            Text = text,
            Content = content,
            IsHook = hook.Length > 0,
            IsKept = Text(annotations, "helm.sh/resource-policy") == "keep",
        };
        if (!_resources.TryAdd(resource.Key, resource))
            _warnings.Add($"{resource.Id} stands twice in the manifest; the first one counts.");
    }

    private static GoMap Map(GoMap map, string key) => map.TryGetValue(key, out var value) && value is GoMap found ? found : new GoMap();

    private static string Text(GoMap map, string key) =>
        map.TryGetValue(key, out var value) && value is not null ? value as string ?? GoPrinter.Print(value) : "";
}
