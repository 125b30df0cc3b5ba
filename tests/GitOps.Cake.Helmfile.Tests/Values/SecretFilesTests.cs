using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.Tests.State;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.Values;

public sealed class SecretFilesTests
{
    /// <summary>Stands for sops, which this machine may lack: what it decrypts is the file itself, upside down.</summary>
    private sealed class Sops : ICommandRunner
    {
        public List<string> Calls { get; } = [];

        public async Task<CommandOutput> RunAsync(CommandRequest command, CancellationToken cancellationToken)
        {
            Calls.Add($"{command.Program} {string.Join(' ', command.Arguments.Select(Path.GetFileName))}");
            var encrypted = command.Input ?? await File.ReadAllTextAsync(command.Arguments[^1], cancellationToken);
            return encrypted.Contains("locked", StringComparison.Ordinal)
                ? new(128, "", "Failed to get the data key")
                : new(0, string.Join('\n', encrypted.TrimEnd('\n').Split('\n').Reverse()) + "\n", "");
        }
    }

    private static async Task<(LoadedHelmfile File, ImmutableArray<Release> Releases, Sops Sops)> PrepareAsync(StateFolder folder)
    {
        var sops = new Sops();
        var loaded = (await new HelmfileLoader(sops, folder.Variables.GetValueOrDefault)
            .LoadAsync(new(), folder.Path, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        var prepared = await ReleasePreparation.PrepareAsync(loaded, loaded.Releases, TestContext.Current.CancellationToken);
        return (loaded, prepared.Releases, sops);
    }

    [Fact]
    public async Task Secrets_of_an_environment_lie_above_its_values()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "environments:\n  default:\n    secrets: [one.yaml, two.yaml]\n    values: [{password: plain, user: plain}]\n---\nreleases: []\n"),
            ("one.yaml", "password: first\ntoken: first"), ("two.yaml", "password: second"));

        var (file, _, sops) = await PrepareAsync(folder);

        YamlWriter.Write(file.State!.Values).ShouldBe("password: second\ntoken: first\nuser: plain\n");
        file.Secrets.Select(secret => secret.Reveal()).Order().ShouldBe(["first", "second"]);
        sops.Calls.ShouldBe(["sops --decrypt one.yaml", "sops --decrypt two.yaml"]);
    }

    [Fact]
    public async Task Secrets_of_a_release_come_after_its_values_and_are_decrypted_once()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml",
                "releases:\n- &a\n  name: a\n  chart: ./c\n  secrets: [secret.yaml, secret.yaml.gotmpl, {inline: hidden}]\n  values: [{plain: 1}]\n- {<<: *a, name: b}\n"),
            ("secret.yaml", "two: zweite\none: erste"), ("secret.yaml.gotmpl", "name: '{{ .Release.Name }}-name'"), ("c/Chart.yaml", "name: c"));

        var (file, releases, sops) = await PrepareAsync(folder);

        releases[0].Values.Select(source => ((ValuesSource.Text)source).Content)
            .ShouldBe(["plain: 1\n", "one: erste\ntwo: zweite\n", "name: 'a-name'\n", "inline: hidden\n"]);
        ((ValuesSource.Text)releases[1].Values[2]).Content.ShouldBe("name: 'b-name'\n");
        file.Secrets.Select(secret => secret.Reveal()).ShouldContain("erste");
        sops.Calls.Count(call => call.EndsWith("secret.yaml", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("environments:\n  default:\n    secrets: [one.yaml, two.yaml]\n---\nreleases: []\n")]
    [InlineData("releases:\n- {name: a, chart: ./c, secrets: [one.yaml]}\n- {name: b, chart: ./c, secrets: [two.yaml]}\n- {name: c, chart: ./c, installed: false, secrets: [three.yaml]}\n")]
    public async Task No_file_waits_for_the_key_of_another(string helmfile)
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", helmfile), ("one.yaml", "a: 1"), ("two.yaml", "b: 2"), ("three.yaml", "c: 3"), ("c/Chart.yaml", "name: c"));
        var service = new KeyService(expected: 2);

        var loaded = (await new HelmfileLoader(null, folder.Variables.GetValueOrDefault, decryption: service)
            .LoadAsync(new(), folder.Path, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        await ReleasePreparation.PrepareAsync(loaded, loaded.Releases, TestContext.Current.CancellationToken);

        service.Asked.ShouldBe(["one.yaml", "two.yaml"]);
    }

    /// <summary>Answers nobody before everybody has asked.</summary>
    private sealed class KeyService(int expected) : ISecretDecryption
    {
        private readonly TaskCompletionSource _everybody = new();

        public List<string> Asked { get; } = [];

        public async Task<CommandOutput> DecryptAsync(string path, CancellationToken cancellationToken)
        {
            lock (Asked)
            {
                Asked.Add(Path.GetFileName(path));
                if (Asked.Count == expected)
                    _everybody.SetResult();
            }

            await _everybody.Task.WaitAsync(TimeSpan.FromMinutes(5), cancellationToken);
            return new(0, "a: b\n", "");
        }

        public Task<CommandOutput> DecryptTextAsync(string encrypted, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    [Theory]
    [InlineData("secrets: [locked.yaml]", "line 4", "locked.yaml cannot be decrypted", "Failed to get the data key")]
    [InlineData("secrets: [absent.yaml]", "secrets file matching \"absent.yaml\" does not exist")]
    [InlineData("secrets: [[1]]", "has to be a path or a map")]
    public async Task What_cannot_be_decrypted_is_told(string release, params string[] facts)
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", $"releases:\n- name: a\n  chart: ./c\n  {release}\n"), ("locked.yaml", "locked: true"), ("c/Chart.yaml", "name: c"));

        var message = (await Should.ThrowAsync<StateFileException>(() => PrepareAsync(folder))).Message;

        foreach (var fact in facts)
            message.ShouldContain(fact);
    }

    [Fact]
    public async Task Another_way_to_keep_secrets_is_refused()
    {
        using var folder = new StateFolder(("helmfile.yaml", "environments:\n  default:\n    secrets: [one.yaml]\n"), ("one.yaml", "a: b"));
        folder.Variables["HELM_SECRETS_BACKEND"] = "vals";

        (await Should.ThrowAsync<StateFileException>(() => PrepareAsync(folder))).Message.ShouldContain("HELM_SECRETS_BACKEND is \"vals\"");
    }

    [Fact]
    public async Task The_plugin_goes_before_sops_and_knows_its_own_ways()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "releases:\n- {name: a, chart: ./c, secrets: [one.yaml, {inline: hidden}]}\n"), ("one.yaml", "a: locked"), ("c/Chart.yaml", "name: c"));
        folder.Variables["HELM_SECRETS_BACKEND"] = "vals";

        var loaded = (await new HelmfileLoader(new Sops(), folder.Variables.GetValueOrDefault, decryption: new Plugin())
            .LoadAsync(new(), folder.Path, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        var prepared = await ReleasePreparation.PrepareAsync(loaded, loaded.Releases, TestContext.Current.CancellationToken);

        prepared.Releases[0].Values.Select(source => ((ValuesSource.Text)source).Content).ShouldBe(["a: opened\n", "inline: opened\n"]);
    }

    private sealed class Plugin : ISecretDecryption
    {
        public Task<CommandOutput> DecryptAsync(string path, CancellationToken cancellationToken) => Task.FromResult(new CommandOutput(0, "a: opened\n", ""));

        public Task<CommandOutput> DecryptTextAsync(string encrypted, CancellationToken cancellationToken) =>
            Task.FromResult(new CommandOutput(0, encrypted.Replace("hidden", "opened", StringComparison.Ordinal), ""));
    }

    [Fact]
    public async Task A_missing_file_may_be_passed_over_as_the_file_says()
    {
        using var folder = new StateFolder(("helmfile.yaml", "missingFileHandler: Warn\nenvironments:\n  default:\n    secrets: [absent.yaml]\n"));

        (await PrepareAsync(folder)).File.Warnings.ShouldHaveSingleItem().ShouldContain("absent.yaml");
    }
}
