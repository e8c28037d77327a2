// AngularJS hands to functions what their parameters are called.
angular.module('m', ['ngSanitize']).controller('A', ['$scope', '$sce', '$location', '$routeParams', function ($scope, $sce, $location, $routeParams) {
  const note = $location.search().note || '';
  $scope.a = $sce.trustAsHtml(note.trim()); // flow: url -> html
  $scope.b = note;
  $scope.c = $sce.trustAsHtml($routeParams.id); // flow: url -> html
  $scope.c = $sce.trustAsHtml('<b>' + Number($routeParams.id) + '</b>');
  $scope.d = $sce.trustAs($sce.HTML, $location.hash()); // flow: url -> html
  $scope.e = $sce.trustAsHtml('<small>a</small>');
  $scope.f = $sce.trustAsResourceUrl($location.search().url); // flow: url -> frame-url
  $scope.g = $sce.trustAsResourceUrl('https://maps.example.lg.jp/?q=' + encodeURIComponent($location.search().url));
  $scope.h = $sce.trustAsJs($routeParams.code); // flow: url -> code
  document.body.innerHTML = $location.path(); // flow: url -> html
  document.body.innerHTML = $location.port();
  document.title = $location.search().a;
}]);
angular.module('m').directive('x', ($window, $stateParams) => ({ link: (scope, el) => {
  el[0].innerHTML = $stateParams.name; // flow: url -> html
  el[0].innerHTML = $window.location.hash; // flow: url -> html
  el[0].textContent = $stateParams.name;
} }));
angular.module('m').directive('y', ($compile, $parse, $interpolate, $location) => ({ link: (scope, el) => {
  const given = $location.search().label;
  el.append($compile('<b>' + given + '</b>')(scope)); // flow: url -> html
  el.append($compile('<b>{{label}}</b>')(scope));
  scope.total = scope.$eval(given); // flow: url -> code
  scope.total = scope.$eval('a + b', { a: given });
  scope.total = $parse(given)(scope); // flow: url -> code
  scope.label = $interpolate('{{label}}')({ label: given });
} }));
class Ctrl { constructor($location, $sce) { this.$location = $location; this.sce = $sce; }
  show() { this.x = this.sce.trustAsHtml(this.$location.search().q); } // flow: url -> html
  other() { this.x = this.sce.trustAsHtml('a'); }
}
function plain($location) { return $location; }
document.body.innerHTML = plain('x');
