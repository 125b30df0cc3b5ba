using GitOps.Cake.Helmfile.Hooks;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class HookTests
{
    private sealed class Lines : IRunLog
    {
        public List<string> Said { get; } = [];

        public void Information(string message) => Said.Add(message);

        public void Warning(string message) => Said.Add(message);

        public void Verbose(string message)
        {
        }
    }

    private static async Task<List<string>> RunAsync(StateFolder folder, HookOccasion occasion)
    {
        var loaded = await folder.LoadAsync();
        var release = loaded.Releases.ShouldHaveSingleItem();
        var log = new Lines();
        await new HookRunner(loaded.State!, new LocalCommands(), log).RunAsync(release.Hooks, release, occasion, TestContext.Current.CancellationToken);
        return log.Said;
    }

    private static StateFolder Folder(string hook) => new(("helmfile.yaml", $"values: [{{word: value}}]\nreleases:\n- name: app\n  namespace: n\n  chart: ./c\n  labels: {{a: b}}\n  set: [{{name: x, value: y}}]\n  hooks:\n  - {hook}\n"));

    [Theory]
    [InlineData("{{ .Release.Name }} {{ .Release.Namespace }} {{ .Release.Chart }}", "app n ./c")]
    [InlineData("{{ .Values.word }} {{ .Environment.Name }} {{ .HelmfileCommand }}", "value default sync")]
    [InlineData("{{ .Event.Name }} {{ .Event.Error }}", "postsync broken")]
    [InlineData("{{ .Release.Labels.a }} {{ (index .Release.SetValues 0).Name }}", "b x")]
    [InlineData("{{ .Release.Installed | default \"unset\" }}", "unset")]
    [InlineData("{{ .Release.Installed }} {{ with .Release.Installed }}set{{ else }}unset{{ end }}", "<nil> unset")]
    public async Task Arguments_are_rendered_when_the_hook_runs(string template, string line)
    {
        using var folder = Folder($"{{events: [presync, postsync], command: echo, args: ['{template}'], showlogs: true}}");

        (await RunAsync(folder, new("postsync", "sync", "broken"))).ShouldBe([$"hook[postsync] logs | {line}"]);
    }

    [Fact]
    public async Task Where_nothing_went_wrong_the_error_is_nil()
    {
        using var folder = Folder("{events: [presync], command: echo, args: ['{{ .Event.Error }} {{ .Event.Error | default \"none\" }}'], showlogs: true}");

        (await RunAsync(folder, new("presync", "sync"))).ShouldBe(["hook[presync] logs | <nil> none"]);
    }

    [Fact]
    public async Task Only_the_hooks_of_the_event_run()
    {
        using var folder = Folder("{events: [prepare], command: touch, args: [touched]}");

        await RunAsync(folder, new("presync", "sync"));

        File.Exists(Path.Combine(folder.Path, "touched")).ShouldBeFalse();
        await RunAsync(folder, new("prepare", "sync"));
        File.Exists(Path.Combine(folder.Path, "touched")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_hook_that_fails_is_told_with_its_release_and_words()
    {
        using var folder = Folder("{name: check, events: [presync], command: sh, args: [-c, 'echo why >&2; exit 7']}");

        var message = (await Should.ThrowAsync<StateFileException>(() => RunAsync(folder, new("presync", "sync")))).Message;

        message.ShouldStartWith("helmfile.yaml: line 9");
        message.ShouldContain("hook[check] of release \"n/app\": command `sh` failed at presync with exit status 7: why");
    }

    [Theory]
    [InlineData("{name: check, events: [presync]}")]
    [InlineData("{name: check, events: [presync], command: '{{ \"\" }}'}")]
    public async Task A_hook_without_a_command_is_a_mistake(string hook)
    {
        using var folder = Folder(hook);

        (await Should.ThrowAsync<StateFileException>(() => RunAsync(folder, new("presync", "sync")))).Message.ShouldContain("hook[check] of release \"n/app\" names no command");
    }

    [Fact]
    public async Task Hooks_can_be_switched_off()
    {
        using var folder = Folder("{events: [presync], command: touch, args: [touched]}");
        folder.Variables["HELMFILE_DISABLE_HOOKS"] = "true";

        (await Should.ThrowAsync<StateFileException>(() => RunAsync(folder, new("presync", "sync")))).Message.ShouldContain("hooks are disabled");
    }

    [Theory]
    [InlineData("{events: [presync], kubectlApply: {filename: a.yaml}}", "kubectlApply: kubectl apply -f a.yaml")]
    [InlineData("{events: [presync], kubectlApply: {kustomize: dir}, name: k}", "k: kubectl apply -k dir")]
    [InlineData("{events: [presync], kubectlApply: {}, command: echo}", "echo: echo")]
    [InlineData("{events: [presync], command: echo}", "echo: echo")]
    public async Task A_hook_may_apply_a_file(string hook, string expected)
    {
        using var folder = Folder(hook);

        var read = (await folder.LoadAsync()).Releases.ShouldHaveSingleItem().Hooks.ShouldHaveSingleItem();

        string.Join(' ', [$"{read.Name}:", read.Command, .. read.Arguments]).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{filename: a.yaml, kustomize: dir}")]
    [InlineData("{other: a.yaml}")]
    public async Task A_hook_that_applies_two_things_or_none_is_told_when_it_runs(string apply)
    {
        using var folder = Folder($"{{events: [presync], kubectlApply: {apply}}}");

        await RunAsync(folder, new("postsync", "sync"));
        (await Should.ThrowAsync<StateFileException>(() => RunAsync(folder, new("presync", "sync")))).Message
            .ShouldContain("hook[kubectlApply] of release \"n/app\": kubectlApply takes either filename or kustomize");
    }
}
