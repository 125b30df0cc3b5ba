using GitOps.Cake.Helmfile.Tests.Doubles;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Tests.State;

/// <summary>64 state files that name five others each, in one run.</summary>
public class ManyFilesTests
{
    private const int Files = 64;
    private const int Children = 5;

    [Fact]
    public async Task They_are_worked_on_in_the_order_of_their_names_those_that_a_file_names_first()
    {
        using var folder = Folder();

        var report = await folder.SyncAsync();

        var expected = Enumerable.Range(0, Files).SelectMany(file => Enumerable.Range(0, Children).Select(child => $"r{file:00}-{child}").Append($"r{file:00}")).ToList();
        report.Plan.Releases.Select(release => release.Release.Name).ShouldBe(expected);
        report.Releases.Select(release => release.Release.Name).ShouldBe(expected);
        folder.Journal().Where(call => call.StartsWith("upgrade", StringComparison.Ordinal)).ShouldBe(expected.Select(name => $"upgrade {name}"));
    }

    [Fact]
    public async Task One_report_tells_what_became_of_all_of_them()
    {
        using var folder = Folder();
        folder.Cluster.Deploy("r07-2", text: "old");
        folder.Cluster.Deploy("r63", text: "same");

        var report = await folder.ApplyAsync();

        report.Releases.Length.ShouldBe(Files * (Children + 1));
        report.Releases.CountBy(release => release.Outcome).OrderBy(count => count.Key).ShouldBe(
            [new(ReleaseOutcomeKind.Unchanged, 1), new(ReleaseOutcomeKind.Installed, (Files * (Children + 1)) - 2), new(ReleaseOutcomeKind.Upgraded, 1)]);
    }

    [Fact]
    public async Task Mistakes_of_all_files_are_told_at_once_with_the_places_that_lead_to_them_and_nothing_is_done()
    {
        using var folder = Folder();
        folder.Write("helmfile.d/03.yaml", "relaeses: []\n");
        folder.Write("sub/10/2.yaml", "releases:\n- {name: r10-2, chart: ./c, namspace: n}\n");
        folder.Write("sub/63/4.yaml", "releases:\n- name: [\n");

        var told = (await Should.ThrowAsync<GitOpsException>(folder.SyncAsync)).Message;

        told.Split(Environment.NewLine).ShouldSatisfyAllConditions(
            lines => lines[0].ShouldBe("3 problems were found in 3 state files:"),
            lines => lines[1].ShouldStartWith("  helmfile.d/03.yaml: line 1"),
            lines => lines[2].ShouldStartWith("  sub/10/2.yaml: line 2"),
            lines => lines[3].ShouldStartWith("    @ helmfile.d/10.yaml: line 4"),
            lines => lines[4].ShouldStartWith("  sub/63/4.yaml: line 3"),
            lines => lines[5].ShouldStartWith("    @ helmfile.d/63.yaml: line 6"));
        folder.Journal().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mistake_of_a_file_that_several_read_is_told_once()
    {
        using var folder = Folder();
        folder.Write("shared.yaml", "a: [\n");
        foreach (var file in (string[])["02", "03"])
            folder.Write($"helmfile.d/{file}.yaml", "environments:\n  default: {values: [../shared.yaml]}\n---\nreleases: []\n");

        var told = (await Should.ThrowAsync<GitOpsException>(folder.SyncAsync)).Message;

        told.ShouldStartWith("One problem was found in 2 state files:");
    }

    [Fact]
    public async Task What_is_found_only_after_selection_is_told_for_all_files_too()
    {
        using var folder = Folder();
        folder.Write("sub/02/0.yaml", "releases:\n- {name: twice, namespace: n, chart: ../../c}\n- {name: twice, namespace: n, chart: ../../c}\n");
        folder.Write("sub/40/1.yaml", "releases:\n- {name: r40-1, namespace: n, chart: ../../c, needs: [nobody]}\n");

        var told = (await Should.ThrowAsync<GitOpsException>(folder.SyncAsync)).Message;

        told.ShouldContain("sub/02/0.yaml: line 3");
        told.ShouldContain("sub/40/1.yaml: line 2");
        folder.Journal().ShouldBeEmpty();
    }

    [Fact]
    public async Task Values_files_that_are_missing_are_told_for_all_files_too()
    {
        using var folder = Folder();
        folder.Write("sub/02/0.yaml", "releases:\n- {name: r02-0, namespace: n, chart: ../../c, values: [absent-one.yaml]}\n");
        folder.Write("sub/40/1.yaml", "releases:\n- {name: r40-1, namespace: n, chart: ../../c, values: [absent-two.yaml]}\n");

        var told = (await Should.ThrowAsync<GitOpsException>(folder.SyncAsync)).Message;

        told.ShouldContain("absent-one.yaml");
        told.ShouldContain("absent-two.yaml");
        folder.Journal().ShouldBeEmpty();
    }

    private static EngineFolder Folder()
    {
        var folder = new EngineFolder("releases: []\n");
        folder.Scope = folder.Scope with { File = "helmfile.d" };
        for (var file = 0; file < Files; file++)
        {
            var children = Enumerable.Range(0, Children).ToList();
            folder.Write(
                $"helmfile.d/{file:00}.yaml",
                $"helmfiles:\n{string.Concat(children.Select(child => $"- ../sub/{file:00}/{child}.yaml\n"))}releases:\n- {{name: r{file:00}, namespace: n, chart: ../c}}\n");
            foreach (var child in children)
                folder.Write($"sub/{file:00}/{child}.yaml", $"releases:\n- {{name: r{file:00}-{child}, namespace: n, chart: ../../c}}\n");
        }

        return folder;
    }
}
