using Build.Tools;

namespace GitOps.Cake.EndToEnd.RestoringTools;

public sealed class LinkingTools : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ToolLinks Links => new(_folder.PathOf(".tools"));

    [Fact]
    public void A_tool_is_named_by_its_link()
    {
        var restored = Links.Add([Tool("helm-3/helm", "3.1.2")]).ShouldHaveSingleItem();

        restored.ToString().ShouldBe($"helm 3.1.2 {_folder.PathOf(".tools/helm-3/helm")}");
        new FileInfo(restored.Path).ResolveLinkTarget(returnFinalTarget: true)!.FullName.ShouldBe(_folder.PathOf("3.1.2/helm-3/helm"));
    }

    [Fact]
    public void A_link_follows_the_tool_to_another_version()
    {
        Links.Add([Tool("kubectl", "1.30.0")]);

        Links.Add([Tool("kubectl", "1.31.0")]);

        new FileInfo(_folder.PathOf(".tools/kubectl")).LinkTarget.ShouldBe(_folder.PathOf("1.31.0/kubectl"));
        Directory.GetFiles(_folder.PathOf(".tools")).ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_no_more_is_unlinked_and_what_is_not_ours_stays()
    {
        Links.Add([Tool("etcd", "3.4.23"), Tool("kube-scheduler", "1.20.2")]);
        _folder.WriteTool(".tools/kube-apiserver", "1.33.0");

        Links.Remove(["kube-scheduler", "kube-apiserver", "kube-controller-manager"]);

        Directory.GetFiles(_folder.PathOf(".tools")).Select(Path.GetFileName).ShouldBe(["etcd", "kube-apiserver"], ignoreOrder: true);
    }

    public void Dispose() => _folder.Dispose();

    private FoundTool Tool(string place, string version) => new(place, version, _folder.WriteTool($"{version}/{place}", version));
}
