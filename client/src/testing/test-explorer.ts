import { Disposable, FileCoverage, TestRunProfileKind, tests } from "vscode";
import type { CancellationToken, FileCoverageDetail, TestController, TestItem, TestRun, TestRunRequest, Uri } from "vscode";
import { say } from "#base/sentence";
import { runGuarded } from "../error-boundary.ts";
import type { Audience } from "../error-boundary.ts";
import type { NetworkCommands } from "../second-bundle/network-commands.ts";
import { TestTree } from "./test-tree.ts";

/** Shows the `test` declarations of mappings in the Test Explorer and runs them, with coverage if wanted; without any network. */
export function createTestExplorer(second: { get(): Pick<NetworkCommands, "runTests"> }, audience: Audience): Disposable {
  const { words } = audience;
  const controller = tests.createTestController("scimmap", words.label(say`SCIM Mapping`));
  const tree = new TestTree(controller, words);
  const details = new WeakMap<FileCoverage, FileCoverageDetail[]>();
  controller.resolveHandler = (item) => (item === undefined ? tree.discover() : undefined);
  controller.refreshHandler = () => tree.discover();

  const run = async (request: TestRunRequest, token: CancellationToken, covered: boolean): Promise<void> => {
    const testRun = controller.createTestRun(request);
    await runGuarded(audience, async () => {
      const { runTests } = second.get();
      for (const [file, wanted] of wantedTests(controller, request)) {
        if (token.isCancellationRequested || file.uri === undefined) break;
        const coverage = await runTests({ run: testRun, file: file.uri, wanted, coverage: covered });
        if (coverage !== undefined) addCoverage(testRun, file.uri, coverage);
      }
      return undefined;
    });
    testRun.end();
  };
  const addCoverage = (testRun: TestRun, file: Uri, found: FileCoverageDetail[]): void => {
    const coverage = FileCoverage.fromDetails(file, found);
    details.set(coverage, found);
    testRun.addCoverage(coverage);
  };

  controller.createRunProfile(words.label(say`Run`), TestRunProfileKind.Run, (request, token) => run(request, token, false), true);
  const profile = controller.createRunProfile(
    words.label(say`Run with Coverage`),
    TestRunProfileKind.Coverage,
    (request, token) => run(request, token, true),
    true,
  );
  profile.loadDetailedCoverage = (_run, coverage) => Promise.resolve(details.get(coverage) ?? []);
  return Disposable.from(tree, controller);
}

/** The tests that a request names, itself or by their file, less those it leaves out; by file, in the order of the text. */
function wantedTests(controller: TestController, { include, exclude }: TestRunRequest): ReadonlyMap<TestItem, readonly TestItem[]> {
  const files: TestItem[] = [];
  controller.items.forEach((file) => files.push(file));
  const among = (items: readonly TestItem[] | undefined, file: TestItem, test: TestItem): boolean =>
    items?.some((item) => item === file || item === test) === true;
  const wanted = files.map((file) => {
    const chosen = TestTree.testsOf(file).filter(
      (test) => (include === undefined || among(include, file, test)) && !among(exclude, file, test),
    );
    return [file, chosen] as const;
  });
  return new Map(wanted.filter(([, chosen]) => chosen.length > 0));
}
