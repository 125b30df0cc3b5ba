using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Results;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Verbs.WriteValues;

/// <summary><c>write-values</c>: the values files of each release in one. Single values (<c>set</c>, <c>--set</c>) are helm's alone, and left out.</summary>
internal sealed class ValuesWriting(Walk walk, IRunLog log)
{
    private const string Default = "{{ .State.BaseName }}-{{ .State.AbsPathSHA1 }}/{{ .Release.Name }}.yaml";

    public async Task<WrittenValues> RunAsync(HelmfileWriteValuesSettings settings, CancellationToken cancellationToken)
    {
        if (!settings.Values.Set.IsEmpty)
            log.Warning("Values.Set (--set) does not reach written values: its syntax is helm's own. Put the values into a file and name it in Values.Files (--values).");

        var work = new Work("write-values", settings.Scope)
        {
            Values = settings.Values,
            Reads = ReleaseInputs.Files,
            FollowsNeeds = false,
            MatchesDeclared = true,
            PreparesReleases = false,
        };
        var output = new OutputPath("OutputFileTemplate (--output-file-template)", settings.OutputFileTemplate is { Length: > 0 } own ? own : Default);
        var files = await walk.EachAsync(work, helmfile => WriteAsync(helmfile, output, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new() { Files = files.OrThrow() };
    }

    private async Task<WorkAnswers<WrittenFile>> WriteAsync(SelectedHelmfile helmfile, OutputPath output, CancellationToken cancellationToken)
    {
        var written = ImmutableArray.CreateBuilder<WrittenFile>();
        foreach (var release in InFileOrder(helmfile).Where(release => release.Installed))
            written.Add(await WriteAsync(helmfile.Helmfile.State!, release, output, cancellationToken).ConfigureAwait(false));

        return new(written.DrainToImmutable());
    }

    private static IEnumerable<Release> InFileOrder(SelectedHelmfile helmfile)
    {
        var chosen = helmfile.Releases.ToDictionary(release => release.Id);
        return helmfile.Helmfile.Releases.Select(release => release.Id).Distinct().Where(chosen.ContainsKey).Select(id => chosen[id]);
    }

    private async Task<WrittenFile> WriteAsync(HelmfileState state, Release release, OutputPath output, CancellationToken cancellationToken)
    {
        var values = new GoMap();
        foreach (var source in release.Values)
            StateMaps.Override(values, StateYaml.ReadMap(source.Read(), Name(source, state)));

        var path = output.Of(state, release);
        log.Information($"Writing values file {path}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, YamlWriter.Write(values), cancellationToken).ConfigureAwait(false);
        return new() { Release = release.Id, Path = path };
    }

    private static string Name(ValuesSource source, HelmfileState state) => source switch
    {
        ValuesSource.PlainFile file => state.Context.Files.Shown(file.Path),
        // Lines are those of the rendered text, not of the file.
        ValuesSource.Text { Template: { } template } => $"{template} (rendered)",
        ValuesSource.Text text => text.Name,
        _ => source.Position.File,
    };
}
