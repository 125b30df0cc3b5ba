using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Tests.State;

namespace GitOps.Cake.Helmfile.Tests.Values;

public sealed class ReleaseValuesTests
{
    private static StateFolder Folder(string release) => new(
        ("helmfile.yaml", $"releases:\n- name: a\n  chart: ./c\n  {release.Replace("\n", "\n  ", StringComparison.Ordinal)}\n"),
        ("c/Chart.yaml", "name: c"),
        ("config/plain.yaml", "a: 1 # kept\n"),
        ("note.txt", "text"));

    [Fact]
    public async Task Plain_files_are_handed_on_and_inline_maps_written()
    {
        using var folder = Folder("values:\n- config/plain.yaml\n- {z: 1, b: {y: yes, n: \"no\"}}");

        var values = (await folder.PrepareAsync()).ShouldHaveSingleItem().Values;

        values.Length.ShouldBe(2);
        values[0].ShouldBeOfType<ValuesSource.PlainFile>().Path.ShouldBe(Path.Combine(folder.Path, "config/plain.yaml"));
        values[1].ShouldBeOfType<ValuesSource.Text>().Content.ShouldBe("b:\n  \"n\": \"no\"\n  \"y\": \"yes\"\nz: 1\n");
        values[1].Position.Line.ShouldBe(6);
    }

    [Fact]
    public async Task A_prefix_stands_before_every_path()
    {
        using var folder = Folder("valuesPathPrefix: config/\nvalues: [plain.yaml]");

        (await folder.PrepareAsync()).ShouldHaveSingleItem().Values.ShouldHaveSingleItem()
            .ShouldBeOfType<ValuesSource.PlainFile>().Path.ShouldEndWith("config/plain.yaml");
    }

    [Theory]
    [InlineData("values: [absent.yaml]", "helmfile.yaml: line 4, column 12", "values file matching \"absent.yaml\" does not exist")]
    [InlineData("missingFileHandler: Shrug\nvalues: [absent.yaml]", "Shrug", "absent.yaml")]
    [InlineData("values: ['*/*.yaml']", "matches 2 files")]
    [InlineData("values: [[1]]", "has to be a path or a map")]
    [InlineData("values:\n-", "helmfile.yaml: line 4", "entry 1 of values is empty")]
    [InlineData("values: ['git::https://host/repo.git@values.yaml']", "cannot be fetched here")]
    [InlineData("set: [{name: a, file: absent.txt}]", "\"absent.txt\" does not exist")]
    [InlineData("env: [{name: a, value: NOT_SET}]", "\"NOT_SET\" is not set")]
    [InlineData("jsonPatches: [{op: remove}]", "line 4", "jsonPatches", "no target")]
    [InlineData("trackMode: kubedog", "trackMode")]
    public async Task What_cannot_be_read_is_told(string release, params string[] facts)
    {
        using var folder = Folder(release);

        var error = await folder.ErrorAsync();

        foreach (var fact in facts)
            error.ShouldContain(fact);
    }

    [Theory]
    [InlineData("missingFileHandler: Warn\nvalues: [absent.yaml]")]
    [InlineData("installed: false\nvalues: [absent.yaml]")]
    [InlineData("trackMode: helm")]
    [InlineData("recreatePods: true")]
    [InlineData("jsonPatches: []")]
    [InlineData("recreatePods: false")]
    public async Task What_asks_for_nothing_is_no_problem(string release)
    {
        using var folder = Folder(release);

        (await folder.PrepareAsync()).ShouldHaveSingleItem().Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_is_not_followed_is_a_warning()
    {
        using var folder = new StateFolder(("helmfile.yaml", "helmBinary: helm3\nreleases:\n- {name: a, chart: ./c}\n"), ("c/Chart.yaml", ""));
        var loaded = await folder.LoadAsync();

        var prepared = await ReleasePreparation.PrepareAsync(loaded, loaded.Releases, TestContext.Current.CancellationToken);

        prepared.Warnings.ShouldHaveSingleItem().ShouldContain("helmfile.yaml: line 1, column 1: helmBinary is not followed");
    }

    [Theory]
    [InlineData("set: [{name: a, value: '1'}]", SetKind.Typed, "a", "1")]
    [InlineData("set: [{name: a, value: 3}]", SetKind.Typed, "a", "3")]
    [InlineData("set: [{name: a, value: 'x,y'}]", SetKind.Typed, "a", "x\\,y")]
    [InlineData("set: [{name: 'a{b}', value: '{x}'}]", SetKind.Typed, "a\\{b\\}", "\\{x\\}")]
    [InlineData("set: [{name: a, values: [x, 'y,z', 3, true]}]", SetKind.Typed, "a", "{x,y\\,z,3,true}")]
    [InlineData("set: [{name: a, values: [{k: v, n: [1, 1.5, null]}]}]", SetKind.Typed, "a", "{\\{\"k\":\"v\"\\,\"n\":[1\\,1.5\\,null]\\}}")]
    [InlineData("setString: [{name: a, value: '1'}]", SetKind.Text, "a", "1")]
    [InlineData("setString: [{name: a, values: ['1', '2']}]", SetKind.Text, "a", "{1,2}")]
    [InlineData("env: [{name: a, value: GIVEN}]", SetKind.Typed, "a", "from\\,variable")]
    public async Task Single_values_are_escaped_for_helm(string release, SetKind kind, string name, string value)
    {
        using var folder = Folder(release);
        folder.Variables["GIVEN"] = "from,variable";

        (await folder.PrepareAsync()).ShouldHaveSingleItem().Sets.ShouldBe([new SetArgument(kind, name, value)]);
    }

    [Fact]
    public async Task Single_values_go_to_helm_by_their_kinds()
    {
        using var folder = Folder("env: [{name: e, value: GIVEN}]\nsetString: [{name: s, value: x}]\nset: [{name: t, value: x}, {name: f, file: note.txt}, {name: nothing}]");
        folder.Variables["GIVEN"] = "x";

        var sets = (await folder.PrepareAsync()).ShouldHaveSingleItem().Sets;

        sets.Select(set => (set.Kind, set.Name)).ShouldBe([(SetKind.Typed, "t"), (SetKind.File, "f"), (SetKind.Text, "s"), (SetKind.Typed, "e")]);
        sets[1].Value.ShouldBe(Path.Combine(folder.Path, "note.txt"));
    }
}
