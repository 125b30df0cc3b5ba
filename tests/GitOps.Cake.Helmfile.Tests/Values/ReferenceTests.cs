using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Tests.State;
using GitOps.Cake.Helmfile.Values.References;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.Values;

public sealed class ReferenceTests
{
    private static ReferenceResolver Resolver(StateFolder folder, SecretTexts? secrets = null) =>
        new(new(folder.Path, new LocalCommands(), folder.Variables.GetValueOrDefault, new()), secrets ?? new());

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("ref+echo://from/echo", "from/echo")]
    [InlineData("secretref+echo://hidden", "hidden")]
    [InlineData("user:ref+echo://x1+@host", "user:x1@host")]
    [InlineData("ref+echo://a1 and ref+echo://b2", "a1 and b2")]
    [InlineData("ref+echo://a/b/c#/a/b", "c")]
    [InlineData("ref+file://note.txt", "text of a file")]
    [InlineData("ref+file://note.txt?encode=base64", "dGV4dCBvZiBhIGZpbGU=")]
    [InlineData("ref+file://db.yaml#/user/name", "admin")]
    [InlineData("postgres://ref+file://db.yaml#/user/name+:5432", "postgres://admin:5432")]
    [InlineData("ref+envsubst://$USER_NAME", "robot")]
    [InlineData("ref+envsubst://${MISSING:-fallback}", "fallback")]
    [InlineData("ref+exec://echo/hello", "hello")]
    [InlineData("ref+exec://echo?args=a,b", "a b")]
    [InlineData("ref+echo://ref+envsubst://$USER_NAME", "robot")]
    [InlineData("ref+", "ref+")]
    public void Texts_get_the_values_that_they_refer_to(string text, string value)
    {
        using var folder = Folder();

        Resolver(folder).Value(text, TestContext.Current.CancellationToken).ShouldBe(value);
    }

    [Fact]
    public void A_reference_on_its_own_keeps_the_type_of_its_value()
    {
        using var folder = Folder();
        var map = (GoMap)YamlReader.ReadValue("{port: ref+file://db.yaml#/port, list: [ref+file://db.yaml#/user, 4], none: ref+file://db.yaml#/absent}")!;

        Resolver(folder).Expand(map, TestContext.Current.CancellationToken);

        YamlWriter.Write(map).ShouldBe("list:\n  - name: admin\n  - 4\nnone: null\nport: 5432\n");
    }

    [Theory]
    [InlineData("ref+file://absent.yaml", "expand file://absent.yaml", "absent.yaml")]
    [InlineData("ref+file://db.yaml#/port/more", "expected a map, got int")]
    [InlineData("ref+exec://false", "exit status 1")]
    [InlineData("ref+echo://ref+file://db.yaml#/user", "does not lead to a single value")]
    public void What_cannot_be_fetched_is_an_error_that_names_it(string text, params string[] facts)
    {
        using var folder = Folder();

        var message = Should.Throw<ReferenceException>(() => Resolver(folder).Value(text, TestContext.Current.CancellationToken)).Message;

        foreach (var fact in facts)
            message.ShouldContain(fact);
        message.ShouldNotEndWith(".");
    }

    [Fact]
    public void A_missing_key_is_an_error_where_that_is_said()
    {
        using var folder = Folder();
        folder.Variables["HELMFILE_VALS_FAIL_ON_MISSING_KEY_IN_MAP"] = "true";

        Should.Throw<ReferenceException>(() => Resolver(folder).Value("ref+file://db.yaml#/absent", TestContext.Current.CancellationToken))
            .Message.ShouldContain("the document has port, user");
    }

    [Fact]
    public void A_document_is_read_once_whatever_keys_of_it_are_wanted()
    {
        using var folder = Folder();
        var sops = new Sops();
        var resolver = new ReferenceResolver(new(folder.Path, sops, folder.Variables.GetValueOrDefault, new()), new());

        resolver.Value("ref+sops://db.yaml#/user/name ref+sops://db.yaml#/port ref+sops://other.yaml#/port", TestContext.Current.CancellationToken)
            .ShouldBe("admin 5432 5432");

        sops.Calls.ShouldBe(["db.yaml", "other.yaml"]);
    }

    [Fact]
    public void The_program_vals_is_asked_once_for_all_values_of_a_map_and_keeps_their_types()
    {
        using var folder = Folder();
        var vals = new Vals();
        var map = (GoMap)YamlReader.ReadValue("{port: 'ref+vault://db#/port', list: ['x-ref+vault://db#/user+-y', 'ref+vault://db#/port'], absent: 'ref+vault://db#/no', own: 'ref+echo://own'}")!;

        new ReferenceResolver(new(folder.Path, vals, folder.Variables.GetValueOrDefault, new()), new()).Expand(map, TestContext.Current.CancellationToken);

        YamlWriter.Write(map).ShouldBe("absent: null\nlist:\n  - x-admin-y\n  - 5432\nown: own\nport: 5432\n");
        vals.Calls.ShouldBe(["vals eval -fail-on-missing-key-in-map=false -o json -f -"]);
    }

    [Fact]
    public void Of_several_values_for_vals_the_wrong_one_is_named()
    {
        using var folder = Folder();
        var map = (GoMap)YamlReader.ReadValue("{port: 'ref+vault://db#/port', user: 'ref+vault://sealed#/user'}")!;
        var resolver = new ReferenceResolver(new(folder.Path, new Vals(), folder.Variables.GetValueOrDefault, new()), new());

        Should.Throw<ReferenceException>(() => resolver.Expand(map, TestContext.Current.CancellationToken))
            .Message.ShouldBe("expand vault://sealed#/user: vals failed with exit status 1: Vault is sealed");
    }

    /// <summary>Answers as vals does, whose backends this machine may lack.</summary>
    private sealed class Vals : ICommandRunner
    {
        public List<string> Calls { get; } = [];

        public Task<CommandOutput> RunAsync(CommandRequest command, CancellationToken cancellationToken)
        {
            Calls.Add($"{command.Program} {string.Join(' ', command.Arguments)}");
            var asked = (GoMap)YamlReader.ReadValue(command.Input!)!;
            var answers = asked.Select(entry => $"\"{entry.Key}\":{((string)entry.Value!).Split('/')[^1] switch { "port" => "5432", "user" => "\"admin\"", _ => "null" }}");
            return Task.FromResult(command.Input!.Contains("sealed", StringComparison.Ordinal) ? new CommandOutput(1, "", "Vault is sealed\n") : new(0, $"{{{string.Join(',', answers)}}}\n", ""));
        }
    }

    private sealed class Sops : ICommandRunner
    {
        public List<string> Calls { get; } = [];

        public Task<CommandOutput> RunAsync(CommandRequest command, CancellationToken cancellationToken)
        {
            Calls.Add(Path.GetFileName(command.Arguments[^1]));
            return Task.FromResult(new CommandOutput(0, "port: 5432\nuser: {name: admin}\n", ""));
        }
    }

    [Fact]
    public void What_was_fetched_is_known_as_secret()
    {
        using var folder = Folder();
        var secrets = new SecretTexts();
        var resolver = Resolver(folder, secrets);

        resolver.Value("ref+file://db.yaml#/user", TestContext.Current.CancellationToken);
        resolver.Value("ref+file://lines.txt", TestContext.Current.CancellationToken);

        secrets.ToImmutable().Select(secret => secret.Reveal()).Order().ShouldBe(["admin", "first", "first\nsecond", "second"]);
    }

    [Fact]
    public async Task References_in_values_are_resolved_before_helm_sees_them()
    {
        using var folder = Folder();
        folder.Write(
            "helmfile.yaml",
            "releases:\n- name: a\n  chart: ./c\n  values: [app.yaml, plain.yaml, {inline: ref+echo://there}, app.yaml.gotmpl]\n  set: [{name: s, value: ref+echo://set}, {name: l, values: [ref+echo://one, 2]}]\n");
        folder.Write("app.yaml", "# lost\nuser: ref+file://db.yaml#/user/name\n");
        folder.Write("app.yaml.gotmpl", "name: {{ .Release.Name }}\nuser: ref+file://db.yaml#/user/name\n");
        folder.Write("plain.yaml", "a: 1 # kept\n");

        var loaded = await folder.LoadAsync();
        var release = (await ReleasePreparation.PrepareAsync(loaded, loaded.Releases, TestContext.Current.CancellationToken)).Releases.ShouldHaveSingleItem();

        release.Values.Select(source => source is ValuesSource.Text text ? text.Content : "plain")
            .ShouldBe(["user: admin\n", "plain", "inline: there\n", "name: a\nuser: admin\n"]);
        release.Sets.Select(set => set.Value).ShouldBe(["set", "{one,2}"]);
        loaded.Secrets.Select(secret => secret.Reveal()).Order().ShouldBe(["admin", "there"]);
    }

    private static StateFolder Folder()
    {
        var folder = new StateFolder(
            ("note.txt", "text of a file"), ("lines.txt", "first\nsecond"), ("db.yaml", "port: 5432\nuser: {name: admin}\n"), ("c/Chart.yaml", "name: c"));
        folder.Variables["USER_NAME"] = "robot";
        return folder;
    }
}
