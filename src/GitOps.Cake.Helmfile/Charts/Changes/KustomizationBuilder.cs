using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Charts.Changes;

/// <summary>Puts a release's patches and transformers into one kustomization, in the order in which helmfile does.</summary>
/// <param name="folder">The folder that paths within transformers start from.</param>
/// <param name="inputs">Hears which files are read.</param>
internal sealed class KustomizationBuilder(string folder, FileInputs inputs)
{
    private readonly List<object?> _patches = [];
    private readonly List<object?> _transformers = [];
    private readonly List<ChartText> _files = [];

    public ImmutableArray<ChartText> Files => [.. _files];

    /// <summary>A JSON patch: a map with the <c>target</c>, and the operations under <c>patch</c> or in the file of the chart that <c>path</c> names.</summary>
    /// <exception cref="StateFileException">The text has another form.</exception>
    public void AddJsonPatch(string text, SourcePosition position)
    {
        var entry = StateYaml.ReadMap(text, position.File);
        if (entry.GetValueOrDefault("target") is not GoMap { Count: > 0 } target)
            throw new StateFileException(position, "an entry of jsonPatches has no target: give it the kind and name of what it changes, as in target: {kind: Deployment, name: web}.");

        var patch = new GoMap { ["target"] = Texts(target) };
        if (entry.GetValueOrDefault("path") is string { Length: > 0 } path)
            patch["path"] = path;
        else if (entry.GetValueOrDefault("patch") is List<object?> { Count: > 0 } operations)
            patch["path"] = Add($"jsonpatches/patch.{_files.Count}.yaml", YamlWriter.Write(operations));
        else
            throw new StateFileException(position, "an entry of jsonPatches needs its operations: a list under patch, or the name of a file of the chart under path.");

        _patches.Add(patch);
    }

    /// <summary>A strategic merge patch, or several as documents of one text.</summary>
    public void AddMergePatch(string text) =>
        _patches.Add(new GoMap { ["path"] = Add($"strategicmergepatches/patch.{_files.Count}.yaml", text) });

    /// <summary>A transformer, or several as documents or items of one text. Files that they name come along.</summary>
    public void AddTransformer(string text, SourcePosition position) =>
        _transformers.Add(Add($"transformers/transformer.{_files.Count}.yaml", WithFiles(text, position)));

    /// <summary>The kustomization without its resources; null where nothing was added.</summary>
    public string? Build()
    {
        if (_patches.Count == 0 && _transformers.Count == 0)
            return null;

        var kustomization = new GoMap { ["apiVersion"] = "kustomize.config.k8s.io/v1beta1", ["kind"] = "Kustomization" };
        if (_patches.Count > 0)
            kustomization["patches"] = _patches;
        if (_transformers.Count > 0)
            kustomization["transformers"] = _transformers;
        return YamlWriter.Write(kustomization);
    }

    private string Add(string path, string text)
    {
        _files.Add(new(path, text));
        return path;
    }

    private string WithFiles(string text, SourcePosition position)
    {
        try
        {
            var documents = YamlReader.ReadAll(text, new() { File = position.File }).Select(document => document.ToValue()).ToList();
            var found = documents.SelectMany(document => document is List<object?> items ? items : [document]).OfType<GoMap>().Count(BringFile);
            return found == 0 ? text : string.Join("---\n", documents.Select(YamlWriter.Write));
        }
        catch (YamlReadException exception)
        {
            throw new StateFileException(position, $"a transformer is no YAML: {exception.Problem}.", exception);
        }
    }

    /// <summary>Kustomize reads nothing beyond its own folder, so a file that a transformer names is put there.</summary>
    private bool BringFile(GoMap transformer)
    {
        if (transformer.GetValueOrDefault("path") is not string { Length: > 0 } path || !File.Exists(inputs.Add(Path.GetFullPath(path, folder))))
            return false;

        transformer["path"] = Add($"transformerfiles/file.{_files.Count}.yaml", File.ReadAllText(Path.GetFullPath(path, folder)));
        return true;
    }

    private static GoMap Texts(GoMap map)
    {
        var texts = new GoMap();
        foreach (var (key, value) in map)
            texts[key] = value is null or string ? value ?? "" : GoPrinter.Print(value);
        return texts;
    }
}
