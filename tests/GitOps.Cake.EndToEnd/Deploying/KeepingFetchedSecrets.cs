using System.Text;

namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>What was decrypted or fetched is secret wherever it ends: in a ConfigMap, a variable, an annotation, encoded, or within a longer text.</summary>
public class KeepingFetchedSecrets(SharedCluster shared)
{
    private const string Releases = """
        environments:
          default:
            secrets: [environment.enc.yaml]
        ---
        releases:
          - name: one
            namespace: NS
            chart: ./chart
            secrets: [release.enc.yaml]
            values:
              - shown: SHOWN
                text: ref+file://token.txt
                echoed: ref+echo://c4n4ry-echoed
                variable: ref+envsubst://$CANARY
                sops: ref+sops://vals.enc.yaml#/db/password
                environment: {{ .Values.environment | quote }}
        """;

    private static readonly string[] Names = ["text", "echoed", "variable", "sops", "environment", "release"];

    [Theory]
    [InlineData(3, "sops")]
    [InlineData(4, "sops")]
    [InlineData(3, "plugin")]
    [InlineData(4, "plugin")]
    public async Task No_fetched_value_is_in_any_output_plan_or_file(int helm, string decryption)
    {
        using var project = new Project(await shared.GetAsync(), helm).Write("chart/templates/config.yaml", Template());
        project.Write("helmfile.yaml.gotmpl", State(project, "first"));
        Fill(project, "first");
        Decrypt(project, decryption);
        var plan = Path.Combine(project.Folder, "plan.json");
        string[] loud = [$"--file={Path.Combine(project.Folder, "helmfile.yaml.gotmpl")}", "--verbosity=diagnostic"];

        List<ProgramRun> runs = [(await project.RunWithAsync("HelmfileApply", loud)).ShouldSucceed()];
        var deployed = await project.ManifestAsync("one");
        foreach (var name in Names)
            deployed.ShouldContain($"plain-{name}: \"c4n4ry-{name}-first\"".Replace("echoed-first", "echoed", StringComparison.Ordinal));

        Fill(project, "other");
        project.Write("helmfile.yaml.gotmpl", State(project, "second"));
        runs.Add((await project.RunWithAsync("HelmfileDiff", [.. loud, $"--plan={plan}"])).ShouldSucceed());
        runs[^1].Output.ShouldContain("data.shown: first → second");
        runs[^1].Output.ShouldContain("data.within-sops");
        var text = await File.ReadAllTextAsync(plan, TestContext.Current.CancellationToken);
        runs.Add((await project.RunWithAsync("HelmfileApply", loud)).ShouldSucceed());

        // A chart's own error, and the server's, quote what they were given.
        project.Write("chart/templates/config.yaml", "{{ fail (printf \"broken: %s %s\" .Values.sops .Values.release) }}\n");
        runs.Add((await project.RunWithAsync("HelmfileApply", loud)).ShouldFail());
        runs[^1].Error.ShouldContain("broken: ");
        project.Write("chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\n  labels: {no-label: 'not {{ .Values.text }} {{ .Values.environment }}'}\n");
        runs.Add((await project.RunWithAsync("HelmfileApply", loud)).ShouldFail());
        runs[^1].Error.ShouldContain("metadata.labels");

        foreach (var shown in runs.Select(run => run.All).Append(text))
            ShouldHoldNone(shown);
        Directory.EnumerateFileSystemEntries(project.TempFolder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static string State(Project project, string shown) =>
        Releases.Replace("NS", project.Namespace, StringComparison.Ordinal).Replace("SHOWN", shown, StringComparison.Ordinal);

    private static string Template()
    {
        var text = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\n  annotations:\n    example.com/connection: \"user:{{ .Values.sops }}@host\"\ndata:\n  shown: {{ .Values.shown }}\n");
        foreach (var name in Names)
        {
            text.Append($"  plain-{name}: {{{{ .Values.{name} | quote }}}}\n")
                .Append($"  within-{name}: \"postgres://user:{{{{ .Values.{name} }}}}@host/db\"\n")
                .Append($"  encoded-{name}: {{{{ .Values.{name} | b64enc }}}}\n")
                .Append($"  encoded-within-{name}: {{{{ printf \"user:%s@host\" .Values.{name} | b64enc }}}}\n");
        }

        return text.Append("---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: one}\nspec:\n  selector: {matchLabels: {app: a}}\n  template:\n    metadata: {labels: {app: a}}\n    spec:\n      containers: [{name: a, image: example.com/a, env: [{name: TOKEN, value: {{ .Values.variable | quote }}}]}]\n").ToString();
    }

    /// <summary>Files as they lie in a repository; those that are encrypted hold every letter thirteen places on.</summary>
    private static void Fill(Project project, string word)
    {
        project.Variables.RemoveAll(variable => variable.Name == "CANARY");
        project.Variables.Add(("CANARY", $"c4n4ry-variable-{word}"));
        project.Write("token.txt", $"c4n4ry-text-{word}")
            .Write("environment.enc.yaml", Moved($"environment: c4n4ry-environment-{word}\n"))
            .Write("release.enc.yaml", Moved($"release: c4n4ry-release-{word}\n"))
            .Write("vals.enc.yaml", Moved($"db:\n  password: c4n4ry-sops-{word}\n"));
    }

    private static void Decrypt(Project project, string decryption)
    {
        const string Move = "tr A-Za-z N-ZA-Mn-za-m";
        project.Script("bin/sops", $"#!/bin/sh\nfor file; do :; done\n{Move} < \"$file\"\n");
        project.Variables.Add(("PATH", $"{Path.Combine(project.Folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}"));
        if (decryption != "plugin")
            return;

        // References are sops's own affair; files under secrets are the plugin's.
        project.Script("bin/sops", $"#!/bin/sh\nfor file; do :; done\ncase \"$file\" in *vals.enc.yaml) {Move} < \"$file\";; *) echo 'sops was not meant' >&2; exit 1;; esac\n")
            .Write("plugins/secrets/plugin.yaml", "name: secrets\nversion: 4.6.0\nusage: secrets\ndescription: secrets\ncommand: $HELM_PLUGIN_DIR/run.sh\n")
            .Script("plugins/secrets/run.sh", $"#!/bin/sh\n[ \"$1\" = decrypt ] && {Move} < \"$2\"\n");
        project.Variables.Add(("HELM_PLUGINS", Path.Combine(project.Folder, "plugins")));
        project.Variables.Add(("HELM_SECRETS_BACKEND", "own"));
    }

    private static string Moved(string text) => new([.. text.Select(c => char.IsAsciiLetterLower(c) ? (char)('a' + ((c - 'a' + 13) % 26)) : c)]);

    private static void ShouldHoldNone(string text)
    {
        foreach (var name in Names)
        {
            foreach (var word in new[] { "first", "other" })
            {
                var canary = name == "echoed" ? "c4n4ry-echoed" : $"c4n4ry-{name}-{word}";
                foreach (var form in new[] { canary, Encoded(canary), Encoded($"user:{canary}@host"), Encoded($"user:{canary}@host")[8..^8] })
                    text.Split('\n').Where(line => line.Contains(form, StringComparison.Ordinal)).ShouldBeEmpty();
            }
        }
    }

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
